"""The questions of a framework asked one after the other: which comes next, what an answer may be, what it breaks.

    answers    what was given so far, as typed, and the same as names with values (the tree a cell's file gives)
    steps      which questions make sense after these answers, in which order, entry by entry
    offers     what Enter alone would answer
    typed      what somebody typed, as the file has it: a number for a choice, c for có
    checking   what an answer breaks, by the rules of `docgen cell check`; rules wait for what they ask for
"""
