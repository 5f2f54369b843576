@echo off
rem Attention Lab's command line. It only finds a JDK; the program itself is Java (lib\lab).
setlocal
set "root=%~dp0."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" --list-modules 2>nul | findstr /r /c:"^jdk\.compiler@1[7-9]" /c:"^jdk\.compiler@[2-9][0-9]" >nul
if errorlevel 1 (
  echo lab: no JDK 17 or newer found. Install one, for example with: winget install EclipseAdoptium.Temurin.17.JDK 1>&2
  echo      and point JAVA_HOME to it. 1>&2
  exit /b 1
)
set "classes=%root%\lib\lab\target\classes"
if exist "%classes%\org\attentionlab\lab\Launcher.class" (
  "%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "%classes%" org.attentionlab.lab.Launcher "%root%" %*
) else (
  "%java%" "%root%\lib\lab\src\main\java\org\attentionlab\lab\Launcher.java" "%root%" %*
)
exit /b %errorlevel%
