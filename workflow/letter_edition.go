package workflow

import (
	"context"
	"slices"

	"ahq/models"
)

// editionReady tells all who see an edition that it can be read, once its files
// are printed: not of one that the check of its files has stopped.
func (w *Workflow) editionReady(ctx context.Context, id models.CompilationID) error {
	c, err := w.readable(ctx, models.Scope{Unlimited: true}, id)
	if final(err) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = perform(ctx, w, Itself(), "edition-ready", given{id}, func(t *turn) (none struct{}, err error) {
		a, err := t.AHQ(ctx, t.by.Scope(), c.AHQID)
		if err != nil {
			return none, err
		}
		if !tells(LadderOf(a.Ladder), models.AtEdition) {
			return none, nil
		}
		people, err := t.readers(ctx, a)
		if err != nil {
			return none, err
		}
		l, err := ofEdition(a, c)
		if err != nil {
			return none, err
		}
		var all []addressed
		for _, p := range people {
			if p.ID != c.MadeBy {
				all = append(all, addressed{l, p})
			}
		}
		_, err = t.post(ctx, all)
		return none, err
	})
	return err
}

// tells says whether a ladder has a step of this kind.
func tells(l models.Ladder, at models.Anchor) bool {
	return slices.ContainsFunc(l.Steps, func(s models.Step) bool { return s.Anchor == at })
}

// ofEdition is the letter that tells of it, once.
func ofEdition(a models.AHQ, c models.Compilation) (letter, error) {
	responses, err := say("edition.responses", with{"Count": len(c.Versions)})
	l := ofAHQ(letterEdition, a, with{"Audience": string(c.Audience), "Number": c.Number, "Responses": responses})
	l.key = string(letterEdition) + "/" + string(c.ID)
	l.path = "/editions/" + string(c.ID)
	return l, err
}

// readers are the coordinators of all who take part in an AHQ, and its compilers.
func (t *turn) readers(ctx context.Context, a models.AHQ) ([]models.Person, error) {
	addressees, err := t.Addressees(ctx, t.by.Scope(), a.ID)
	if err != nil {
		return nil, err
	}
	var ncps []string
	for _, x := range addressees {
		ncps = append(ncps, x.NCP)
	}
	people, err := t.Coordinators(ctx, ncps...)
	if err != nil {
		return nil, err
	}
	for _, id := range a.Compilers {
		if slices.ContainsFunc(people, func(p models.Person) bool { return p.ID == id }) {
			continue
		}
		compiler, err := t.Person(ctx, id)
		if err != nil {
			return nil, err
		}
		if compiler.BlockedAt == nil {
			people = append(people, compiler)
		}
	}
	return people, nil
}
