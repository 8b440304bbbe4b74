"""Facts of a cell and a template to a Word file: files and values in, bytes and findings out; knows no register.

    field, fields      the questions a template asks (fields.yaml)
    values, cells      what somebody answered, typed by the questions; cell_rules: what must not be said together
    membership         majorities, shares, posts; context: every name a clause may use
    clause_source      clauses.md cut into blocks; text_program, clauses: compiled once; legal_basis: held to the texts
    numbering          chương, Điều, khoản, điểm after conditions are resolved
    form               the paper round the articles; provenance: the hidden part; opens: what is still open
    template, render   a folder compiled once; `draft_document`, the one verb
"""
