package forms

import (
	"regexp"
	"strconv"
)

// counted is an id that we made: a letter and a number.
var counted = regexp.MustCompile(`^[a-z]([0-9]{1,6})$`)

// NewID is an id that nothing in the questionnaire has, nor waits for: a question
// that was removed does not come back as another.
func (q Questionnaire) NewID(letter string) string {
	highest := 0
	for id := range q.ids {
		if number := counted.FindStringSubmatch(id); number != nil {
			n, _ := strconv.Atoi(number[1]) // digits
			highest = max(highest, n)
		}
	}
	return letter + strconv.Itoa(highest+1)
}

// ids are all that are there or are spoken of.
func (q Questionnaire) ids(yield func(string) bool) {
	var all []string
	for _, l := range q.Listings() {
		all = append(all, l.Table)
		for _, one := range q.In(l) {
			all = append(all, one.ID)
			if one.When != nil {
				all = append(all, one.When.Question)
				all = append(all, one.When.Is...)
			}
			for _, o := range one.Options {
				all = append(all, o.ID)
			}
		}
	}
	for _, t := range q.Tables {
		for _, s := range t.Sections {
			all = append(all, s.ID)
		}
	}
	for _, id := range all {
		if !yield(id) {
			return
		}
	}
}
