"""Jupyter's own tests of a kernel, with our samples: all of them but the pager, which Java has none of.

Wants the kernelspec "attentionlab" on JUPYTER_PATH; `.ci/run` sees to it.
"""

import unittest

import jupyter_kernel_test


class JavaKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "attentionlab"
    language_name = "Java"
    file_extension = ".jshell"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_inspect_sample = "Math.max("
    code_clear_output = "clearOutput(true);"

    completion_samples = [
        {"text": "Math.sq", "matches": {"sqrt("}},
        {"text": "System.out.printl"},
        {"text": '"text".isBl'},
    ]
    complete_code_samples = ["1", "int a = 1;", "class A {\n}", 'System.out.println("a");', ""]
    incomplete_code_samples = ["int a = (1 +", "void f() {", "for (int i = 0; i < 3; i++) {", "/* a"]
    invalid_code_samples = ["1 ++ 2 )", "}"]

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + 1', "result": "a1"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
        {"code": "6 * 8 + 0", "result": "48"},
    ]
    code_display_data = [
        {"code": 'display("<b>x</b>", "text/html");', "mime": "text/html"},
        {"code": 'display("x", "text/plain");', "mime": "text/plain"},
    ]

    code_history_pattern = "6 [*] 7*"
    supported_history_operations = ("tail", "range", "search")


if __name__ == "__main__":
    unittest.main()
