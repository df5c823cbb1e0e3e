package workflow

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/models"
)

// reshelved are the moves of an AHQ that change what the library has of it.
var reshelved = []Act{Issue, Correct, Close, Reopen, Cancel}

// shelve writes what the library has of an AHQ, for each audience, as things
// stand: whatever changes an AHQ or its editions does so in the same turn.
func shelve(ctx context.Context, tx *models.Tx, a models.AHQ) error {
	if a.IssuedAt == nil || a.Reference == nil {
		return nil
	}
	editions, err := tx.Compilations(ctx, models.Scope{Unlimited: true}, a.ID)
	if err != nil {
		return err
	}
	proven, err := tx.Printed(ctx, a.ID)
	if err != nil {
		return err
	}
	var entries []models.Entry
	for _, of := range []shelf{internalShelf(a, editions), publicShelf(a, editions, proven)} {
		if !of.there {
			continue
		}
		e, err := of.entry(ctx, tx, a)
		if err != nil {
			return err
		}
		entries = append(entries, e)
	}
	return tx.SetEntries(ctx, a.ID, entries...)
}

// A shelf is what one audience may read of an AHQ.
type shelf struct {
	audience models.Audience
	there    bool
	listed   bool
	words    models.AHQ           // as the audience reads them
	editions []models.Compilation // that it can read, the newest first
}

// internalShelf is for those who see the AHQ: they read every edition.
func internalShelf(a models.AHQ, editions []models.Compilation) shelf {
	s := shelf{audience: models.Internal, words: a}
	for _, audience := range []models.Audience{models.Internal, models.Public} {
		if c, ok := newest(editions, audience, readableNow); ok {
			s.editions = append(s.editions, c)
		}
	}
	slices.SortFunc(s.editions, func(x, y models.Compilation) int { return y.MadeAt.Compare(x.MadeAt) })
	s.listed = a.State == models.Closed || len(s.editions) > 0
	s.there = a.State != models.Cancelled || s.listed
	return s
}

// publicShelf is for everybody, once there is a public edition; while none can be
// read, its words are those of the last one that could. Its answers are there once
// a print of it was proven to tell no more than it may.
func publicShelf(a models.AHQ, editions []models.Compilation, proven []models.CompilationID) shelf {
	s := shelf{audience: models.Public}
	stands, ok := newest(editions, models.Public, readableNow)
	if !ok {
		stands, ok = newest(editions, models.Public, notFailed)
	} else if slices.Contains(proven, stands.ID) {
		s.editions = []models.Compilation{stands}
	}
	if !ok {
		return s
	}
	s.there, s.listed, s.words = a.Dissemination == models.OpenDissemination, true, a
	if stands.Frozen != nil {
		s.words = stands.Frozen.AHQ
	}
	return s
}

func readableNow(c models.Compilation) bool { return c.WithdrawnAt == nil && c.Failed == "" }

func notFailed(c models.Compilation) bool { return c.Failed == "" }

// newest edition for an audience that is like that.
func newest(editions []models.Compilation, audience models.Audience, like func(models.Compilation) bool) (last models.Compilation, found bool) {
	for _, c := range editions {
		if c.Audience == audience && like(c) && c.Number > last.Number {
			last, found = c, true
		}
	}
	return last, found
}

// entry is what the audience finds.
func (s shelf) entry(ctx context.Context, tx *models.Tx, a models.AHQ) (models.Entry, error) {
	told, err := s.told(ctx, tx)
	e := models.Entry{
		AHQID: a.ID, Audience: s.audience, Reference: *a.Reference, Topic: s.words.Topic, EntryTexts: models.EntryTexts{Background: s.words.Background, Questions: questionsText(s.words.Questionnaire)}, IssuedAt: *a.IssuedAt, Year: a.IssuedAt.In(brussels).Year(),
		Listed: s.listed, Respondents: len(told), Themes: s.words.Themes, Countries: slices.Sorted(maps.Keys(told)),
	}
	for _, r := range s.words.Requesters {
		e.Requesters = append(e.Requesters, r.NCP)
	}
	for _, ncp := range e.Countries {
		if text := told[ncp]; text != "" {
			e.Answers = append(e.Answers, models.EntryAnswer{NCP: ncp, Text: text})
		}
	}
	return e, err
}

// told is what each NCP says in the newest edition that tells it; the text of one
// that is withheld is empty, for it stands in the list of those who answered.
func (s shelf) told(ctx context.Context, tx *models.Tx) (map[string]string, error) {
	told := map[string]string{}
	for _, c := range s.editions {
		delivered, err := tx.DeliveredIn(ctx, models.Scope{Unlimited: true}, c.ID)
		if err != nil {
			return nil, err
		}
		f := filtered{audience: c.Audience}
		f.take(delivered)
		for _, answer := range f.answers {
			told[answer.NCP] = cmp.Or(told[answer.NCP], answerText(answer))
		}
	}
	return told, nil
}

// questionsText is what is asked, one question a line.
func questionsText(q forms.Questionnaire) string {
	var lines []string
	for _, t := range q.Tables {
		lines = append(lines, t.Title)
	}
	for question := range questions(&q) {
		lines = append(lines, question.Label)
	}
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Join(lines, "\n")
}

// answerText is what an NCP answered, in one text.
func answerText(a filteredAnswer) string {
	if a.Withheld {
		return ""
	}
	texts := answerTexts(nil, a.Content.Answers)
	for _, r := range a.Content.Records {
		texts = answerTexts(append(texts, r.Heading, r.Note.Text), r.Cells)
	}
	texts = append(texts, a.Organisations...)
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return strings.TrimSpace(t) == "" }), "\n")
}

func answerTexts(all []string, answers map[string]forms.Answer) []string {
	for _, question := range slices.Sorted(maps.Keys(answers)) {
		all = append(all, answers[question].Text)
	}
	return all
}

// shelve an AHQ as it stands in this turn.
func (t *turn) shelve(ctx context.Context, a models.AHQ) error { return shelve(ctx, t.Tx, a) }

// ShelveAll puts what the library has not got yet on its shelves: AHQs from before
// there was one.
func (w *Workflow) ShelveAll(ctx context.Context) error {
	everything := models.Scope{Unlimited: true}
	missing, err := w.Store.Unshelved(ctx)
	if err != nil {
		return err
	}
	for _, id := range missing {
		err := w.Store.Tx(ctx, func(tx *models.Tx) error {
			a, err := tx.LockAHQ(ctx, everything, id)
			if err != nil {
				return err
			}
			return shelve(ctx, tx, a)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
