package forms

// A Group is the questions of a record that one hand wrote: the rows of the
// table, or what an NCP added to them.
type Group struct {
	By        string // the NCP that added them; "" for the rows
	Title     string
	Questions []Question
}

// Asked are the questions asked once that an NCP is asked now: its audience, and
// the conditions as far as it has answered.
func (f *Form) Asked(ncp string, answers map[string]Answer) []Question {
	return f.read(Content{Answers: answers}, Asked{NCP: ncp})[0].asks()
}

// Groups are the questions that a record asks an NCP now.
func (f *Form) Groups(r Record, ncp string) []Group {
	s := f.sheetOf(r, ncp)
	if s == nil {
		return nil
	}
	groups := []Group{{Title: s.table.Title}}
	if s.table.FollowUp != nil {
		groups = append(groups, Group{By: s.table.FollowUp.By, Title: s.table.FollowUp.Title})
	}
	for i := range s.cells {
		group := 0
		if i >= len(s.table.Rows) {
			group = 1
		}
		if s.cells[i].asked {
			groups[group].Questions = append(groups[group].Questions, s.cells[i].Question)
		}
	}
	return groups
}

// Question is the one with that id: of the table that holds the section, or asked
// once when section is "" and no table is without one.
func (f *Form) Question(section, id string) (Question, bool) {
	lists := [][]*question{}
	if section == "" {
		lists = append(lists, f.once)
	}
	if t := f.bySection[section]; t != nil {
		lists = append(lists, t.questions)
	}
	for _, list := range lists {
		for _, q := range list {
			if q.ID == id {
				return q.Question, true
			}
		}
	}
	return Question{}, false
}

// Progress counts the questions of a record that are answered, or said to have
// no answer, and all that an NCP is asked.
func (f *Form) Progress(r Record, ncp string) (done, all int) {
	s := f.sheetOf(r, ncp)
	if s == nil {
		return 0, 0
	}
	for i := range s.cells {
		c := &s.cells[i]
		if !c.asked {
			continue
		}
		all++
		if c.answer.Reason != "" || !blank(c.answer.Text) {
			done++
		}
	}
	return done, all
}

// sheetOf reads one record by itself; nil when its section is not asked about.
func (f *Form) sheetOf(r Record, ncp string) *sheet {
	sheets := f.read(Content{Records: []Record{r}}, Asked{NCP: ncp})
	if len(sheets) < 2 {
		return nil
	}
	return sheets[1]
}

func (s *sheet) asks() []Question {
	var asked []Question
	for i := range s.cells {
		if s.cells[i].asked {
			asked = append(asked, s.cells[i].Question)
		}
	}
	return asked
}
