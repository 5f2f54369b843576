# For a course that nbgrader runs: copy this to the course's nbgrader_config.py and complete it.
c = get_config()  # noqa: F821 (nbgrader provides it)
c.CourseDirectory.course_id = "attention"

# What students get in place of an answer. nbgrader's own stub for Java has no statement, so that
# no cell would compile before it is solved.
c.ClearSolutions.code_stub = {
    "java": '// YOUR CODE HERE\nthrow new org.attentionlab.grading.NotSolvedYet("This exercise");'
}

# "nbgrader validate" and "autograde" need the course's kernel in this Jupyter: start them with
# JUPYTER_PATH=CLONE/.lab/venv/share/jupyter
