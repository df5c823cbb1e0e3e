package workflow

import (
	"strconv"
	"sync"

	"ahq/forms"
)

// read has forms understand each answer that is let through, all of them at the
// same time: somebody waits for a page.
func (f filtered) read() (map[string]forms.Report, error) { return f.readBy(atOnce) }

// readBy has each answer that is let through judged on the day it was submitted.
// Of what is withheld there is nothing to understand. By NCP.
func (f filtered) readBy(doing func([]func())) (map[string]forms.Report, error) {
	form, err := forms.Compile(f.ahq.Questionnaire)
	if err != nil {
		return nil, err
	}
	reports := make([]forms.Report, len(f.answers))
	var all []func()
	for i, a := range f.answers {
		if !a.Withheld {
			all = append(all, func() {
				reports[i] = form.Check(a.Content, forms.Asked{NCP: a.NCP, On: a.Submitted.In(brussels)})
			})
		}
	}
	doing(all)
	byNCP := make(map[string]forms.Report, len(reports))
	for i, a := range f.answers {
		if !a.Withheld {
			byNCP[a.NCP] = reports[i]
		}
	}
	return byNCP, nil
}

func atOnce(all []func()) {
	var done sync.WaitGroup
	for _, do := range all {
		done.Go(do)
	}
	done.Wait()
}

func inTurn(all []func()) {
	for _, do := range all {
		do()
	}
}

// A readRecord is a record that was let through, with what was understood of it.
type readRecord struct {
	forms.Record
	of     filteredAnswer
	at     int // among all records of its answer, from 0
	report forms.Report
}

// reading of one of its answers, and whether it was asked and understood at all.
func (r readRecord) reading(q forms.Question) (forms.Reading, bool) {
	reading, ok := r.report.Readings["records["+strconv.Itoa(r.at)+"]."+q.ID]
	return reading, ok
}

// readRecords of one table, country by country.
func (f filtered) readRecords(t forms.Table) []readRecord {
	var records []readRecord
	for _, a := range f.answers {
		for i, r := range a.Content.Records {
			if holds(t, r) {
				records = append(records, readRecord{r, a, i, f.reports[a.NCP]})
			}
		}
	}
	return records
}
