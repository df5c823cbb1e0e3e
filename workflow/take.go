package workflow

import (
	"context"
	"slices"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/models"
)

// tookOver is what the history calls answers that came from a file.
const tookOver Act = "take"

// A Take names a cell of a proposal, and the version of the draft's cell that
// whoever takes it looked at.
type Take struct {
	Key     string
	Version int
}

// A Taking is what became of those that were taken.
type Taking struct {
	Taken int
	Stale []StaleCell
}

// TakeProposal puts chosen answers of a file into the draft. Each is a text of its
// own, so that what the cell said before stays in its history. Those that were
// changed since somebody looked come back in a StaleCells; the others are taken
// all the same.
func (w *Workflow) TakeProposal(ctx context.Context, by Actor, id models.ResponseID, file models.AttachmentID, cells []Take) (int, error) {
	a, d, err := w.toPropose(ctx, by, id)
	if err != nil {
		return 0, err
	}
	kept, read, err := w.readKept(ctx, by, a, d, file)
	if err != nil {
		return 0, err
	}
	done, err := perform(ctx, w, by, Edit, given{tookOver, id, file, cells}, func(t *turn) (Taking, error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return Taking{}, err
		}
		return t.take(ctx, d, kept, read, cells)
	})
	if err == nil && len(done.Stale) > 0 {
		err = &StaleCells{Cells: done.Stale}
	}
	return done.Taken, err
}

// A take is a proposal on its way into a draft.
type take struct {
	*turn
	draft
	chosen map[string]int // versions, by key
	wrote  []string       // the records that changed, "" for the questions asked once
	Taking
}

func (t *turn) take(ctx context.Context, d draft, file models.Attachment, read reading.Proposal, cells []Take) (Taking, error) {
	now, err := t.Draft(ctx, t.by.Scope(), d.response.ID)
	if err != nil {
		return Taking{}, err
	}
	p := propose(d.ahq, now, file, read)
	k := &take{turn: t, draft: d, chosen: map[string]int{}}
	for _, c := range cells {
		k.chosen[c.Key] = c.Version
	}
	if err := k.known(p, cells); err != nil {
		return Taking{}, err
	}
	for _, r := range p.Records {
		if err := k.record(ctx, r); err != nil {
			return Taking{}, within("/cells/"+r.Key, err)
		}
	}
	if len(k.wrote) == 0 {
		return k.Taking, nil
	}
	return k.Taking, k.moveResponse(ctx, &k.response, tookOver, models.EventData{Subject: file.Name, Cells: k.wrote})
}

// known refuses a cell that the file does not have.
func (k *take) known(p Proposal, cells []Take) error {
	var all []string
	for _, r := range p.Records {
		for _, c := range r.Cells {
			all = append(all, c.Key)
		}
	}
	for _, c := range cells {
		if !slices.Contains(all, c.Key) {
			return invalid("/cells", "the file has no cell %q", c.Key)
		}
	}
	return nil
}

// record takes the chosen cells of one; one that is new is made for them.
func (k *take) record(ctx context.Context, r ProposedRecord) error {
	row, made := models.Record{ID: r.ID}, r.ID != "" || r.Key == reading.Once
	for _, c := range r.Cells {
		version, chosen := k.chosen[c.Key]
		if !chosen || c.Stand == SameAnswer {
			continue
		}
		if version != c.Version {
			k.Stale = append(k.Stale, StaleCell{Yours: c.answer, Theirs: c.now})
			continue
		}
		if !made {
			var err error
			if row, err = k.create(ctx, r.record); err != nil {
				return err
			}
			made = true
		}
		if err := k.cell(ctx, row, r, c); err != nil {
			return err
		}
	}
	return nil
}

// create a record as the file has it.
func (k *take) create(ctx context.Context, r forms.Record) (models.Record, error) {
	s := RecordSave{Section: r.Section, Countries: r.Countries, Status: r.Status}
	if err := s.check(k.ahq.Questionnaire, r.Section); err != nil {
		return models.Record{}, err
	}
	return k.createRecord(ctx, &k.draft, models.Record{Section: r.Section, Countries: r.Countries, Status: r.Status})
}

// cell takes one.
func (k *take) cell(ctx context.Context, row models.Record, r ProposedRecord, c ProposedCell) error {
	k.Taken++
	if !slices.Contains(k.wrote, row.ID) {
		k.wrote = append(k.wrote, row.ID)
	}
	if c.Question == reading.SectionKey || c.Question == reading.CountriesKey || c.Question == reading.StatusKey {
		return k.beside(ctx, row.ID, r.record, c.Question)
	}
	stands, err := k.turn.cell(ctx, k.response.ID, Place{row.ID, c.Question})
	if err != nil {
		return err
	}
	answer, err := soundAnswer(takenAnswer(c.answer, answerOf(stands)))
	if err != nil {
		return err
	}
	return k.write(ctx, stands, answer)
}

// takenAnswer keeps what somebody confirmed of the text that stands there, where
// the file only chooses another verdict for it.
func takenAnswer(a, stands forms.Answer) forms.Answer {
	chosen := verdictOf(a)
	if chosen == nil || sayable(a.Text) != sayable(stands.Text) || stands.Text == "" {
		return a
	}
	kept := forms.Confirmed{}
	if now := stands.Standing(); now != nil {
		kept = *now
	}
	correction := forms.Correction{}
	if kept.Reading != nil {
		correction = *kept.Reading
	}
	correction.Verdict = chosen
	kept.Of, kept.Reading = sum([]byte(stands.Text)), &correction
	stands.Confirmed = &kept
	return stands
}

// write an answer over another, as a text of its own.
func (k *take) write(ctx context.Context, stands models.Cell, a forms.Answer) error {
	c, _, err := k.putCell(ctx, k.response, stands, a, wholeText)
	if err != nil {
		return err
	}
	k.announce(models.Notice{Act: string(saved), Chain: string(k.response.ID), Record: c.RecordID, Cell: c.Question, Version: c.Version})
	return nil
}

// beside takes what a record has beside its questions.
func (k *take) beside(ctx context.Context, id string, read forms.Record, key string) error {
	row, err := k.liveRecord(ctx, k.draft, id)
	if err != nil {
		return err
	}
	was := row.Section
	switch key {
	case reading.SectionKey:
		row.Section = read.Section
	case reading.CountriesKey:
		row.Countries = read.Countries
	default:
		row.Status = read.Status
	}
	if err := (RecordSave{Section: row.Section, Countries: row.Countries, Status: row.Status}).check(k.ahq.Questionnaire, was); err != nil {
		return err
	}
	return k.SaveRecord(ctx, &row)
}
