package forms

// Shape holds answers against the rules that need no reading: whether something
// is there, and no longer than can be kept. It is for those who cannot wait for
// all of Check, which says the same and more. Questions with a condition are
// passed over, for whether they are asked takes reading.
func (f *Form) Shape(c Content, asked Asked) Problems {
	sh := &shaping{form: f, ncp: asked.NCP}
	sh.answers(f.once, c.Answers)
	for i := range c.Records {
		r := &c.Records[i]
		if t := f.bySection[r.Section]; t != nil {
			sh.sheet.record, sh.sheet.index = r, i
			sh.answer(headingCell, Answer{Text: r.Heading})
			sh.answer(noteCell, r.Note)
			sh.answers(t.questions, r.Cells)
		}
	}
	return sh.problems
}

// A shaping goes from cell to cell, with one for all.
type shaping struct {
	form     *Form
	ncp      string
	sheet    sheet
	cell     cell
	problems Problems
}

func (sh *shaping) answers(questions []*question, answers map[string]Answer) {
	for _, q := range questions {
		if q.When == nil && q.Audience.Includes(sh.ncp) {
			sh.answer(q, answers[q.ID])
		}
	}
}

func (sh *shaping) answer(q *question, a Answer) {
	sh.cell = cell{question: q, sheet: &sh.sheet, answer: a}
	sh.cell.stand()
	sh.cell.judge(sh.form.validate, q.shape)
	sh.problems = append(sh.problems, sh.cell.problems...)
}
