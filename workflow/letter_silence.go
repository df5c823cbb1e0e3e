package workflow

import (
	"context"
	"maps"
	"slices"

	"ahq/models"
)

// wanted says of letters whether the people they are for want them: what is
// optional some of them have stopped.
func (t *turn) wanted(ctx context.Context, all []addressed) (func(addressed) bool, error) {
	optional := map[string]bool{}
	for _, l := range all {
		if letterbook[l.id].optional {
			optional[string(l.id)] = true
		}
	}
	silences, err := t.SilencesOf(ctx, slices.Sorted(maps.Keys(optional)))
	if err != nil {
		return nil, err
	}
	stopped := map[[2]string]bool{}
	for _, s := range silences {
		stopped[[2]string{string(s.PersonID), s.Letter}] = true
	}
	return func(l addressed) bool { return !stopped[[2]string{string(l.to.ID), string(l.id)}] }, nil
}

// OptionalLetters are the kinds of letters that people can stop.
func OptionalLetters() []string {
	var all []string
	for id, holds := range letterbook {
		if holds.optional {
			all = append(all, string(id))
		}
	}
	slices.Sort(all)
	return all
}

// ChooseLetters says which optional letters somebody wants: these, and no other.
func (w *Workflow) ChooseLetters(ctx context.Context, by Actor, want []string) error {
	_, err := perform(ctx, w, by, "choose-letters", given{want}, func(t *turn) (none struct{}, err error) {
		for _, id := range want {
			if !letterbook[letterID(id)].optional {
				return none, invalid("/letters", "there is no letter %q to choose", id)
			}
		}
		for _, id := range OptionalLetters() {
			if err := t.choose(ctx, t.by.Person.ID, id, slices.Contains(want, id)); err != nil {
				return none, err
			}
		}
		return none, nil
	})
	return err
}

func (t *turn) choose(ctx context.Context, who models.PersonID, id string, want bool) error {
	if want {
		return t.DeleteSilence(ctx, who, id)
	}
	return t.CreateSilence(ctx, models.Silence{PersonID: who, Letter: id, At: t.now})
}

// stopText is what the link that stops a kind of letter is signed over.
func stopText(who models.PersonID, id string) []byte {
	return []byte("stop/" + string(who) + "/" + id)
}

// StopPath is where somebody stops a kind of letter, without signing in, below
// our address; "" when it is not optional.
func (w *Workflow) StopPath(ctx context.Context, who models.PersonID, id string) (string, error) {
	if !letterbook[letterID(id)].optional {
		return "", nil
	}
	key, err := w.signingKey(ctx)
	if err != nil {
		return "", err
	}
	signature, err := signatureOf(key, stopText(who, id))
	return "/letters/stop/" + string(who) + "/" + id + "/" + signature, err
}

// CheckStop says whether a link that stops a kind of letter is one of ours.
func (w *Workflow) CheckStop(ctx context.Context, who models.PersonID, id, signature string) error {
	key, err := w.signingKey(ctx)
	if err != nil {
		return err
	}
	if !letterbook[letterID(id)].optional || !signedBy(key.ID, signature, stopText(who, id)) {
		return models.ErrNotFound
	}
	return nil
}

// StopLetters stops a kind of letter for whoever got the link in one.
func (w *Workflow) StopLetters(ctx context.Context, who models.PersonID, id, signature string) error {
	if err := w.CheckStop(ctx, who, id, signature); err != nil {
		return err
	}
	_, err := perform(ctx, w, Itself(), "stop-letters", given{}, func(t *turn) (none struct{}, err error) {
		return none, t.choose(ctx, who, id, false)
	})
	return err
}
