package workflow

import (
	"context"
	"errors"
	"strings"

	"ahq/models"
)

// Compile makes an edition of the versions in force, or gives the one there is
// when nothing changed since. While the AHQ is open it needs a word why early.
func (w *Workflow) Compile(ctx context.Context, by Actor, id models.AHQID, audience models.Audience, early string) (models.Compilation, error) {
	return perform(ctx, w, by, Compile, given{id, audience, early}, func(t *turn) (c models.Compilation, err error) {
		a, err := t.lockAHQ(ctx, id, Compile)
		if err != nil {
			return c, err
		}
		if early, err = wordEarly(early); err != nil {
			return c, err
		}
		if err := compilable(a, audience, early); err != nil {
			return c, err
		}
		inForce, err := t.VersionsInForce(ctx, t.by.Scope(), id)
		if err != nil {
			return c, err
		}
		if len(inForce) == 0 {
			return c, refuse(Compile, "no NCP has delivered a response yet: there is nothing to compile")
		}
		return t.compile(ctx, &a, audience, early, inForce)
	})
}

// wordEarly is why something is compiled early, "" when nobody said.
func wordEarly(early string) (string, error) {
	if strings.TrimSpace(early) == "" {
		return "", nil
	}
	return said("/early", early)
}

// compilable says why an AHQ cannot be compiled for this audience now.
func compilable(a models.AHQ, audience models.Audience, early string) error {
	switch {
	case audience != models.Internal && audience != models.Public:
		return invalid("/audience", "choose internal or public")
	case audience == models.Public && a.Dissemination == models.EMNOnly:
		return refuse(Compile, "this AHQ is for the EMN only: it has no public edition")
	case a.State == models.Closed, a.State == models.Open && early != "":
		return nil
	case a.State == models.Open:
		return refuse(Compile, "this AHQ is still open: close it first, or say why it is compiled early")
	default:
		return refuse(Compile, "this AHQ cannot be compiled: %s", stands[string(a.State)])
	}
}

func (t *turn) compile(ctx context.Context, a *models.AHQ, audience models.Audience, early string, inForce []models.Delivered) (c models.Compilation, err error) {
	if c, err = t.edition(ctx, *a, audience, early, inForce); err != nil {
		return c, err
	}
	for _, d := range inForce {
		if err := t.compileResponse(ctx, d.Response.ID, c); err != nil {
			return c, err
		}
	}
	return c, nil
}

// edition is the one that has just these versions, made if there is none.
func (t *turn) edition(ctx context.Context, a models.AHQ, audience models.Audience, early string, inForce []models.Delivered) (models.Compilation, error) {
	c := models.Compilation{
		ID: models.NewID[models.CompilationID](), AHQID: a.ID, Audience: audience,
		MadeAt: t.now, MadeBy: t.by.Person.ID,
	}
	words, err := t.flow.frozen(ctx, t, a)
	if err != nil {
		return c, err
	}
	c.Frozen = &words
	if a.State == models.Open {
		c.Early = early
	}
	if c.Hash, err = contents(words, audience, inForce); err != nil {
		return c, err
	}
	known, err := t.CompilationByHash(ctx, t.by.Scope(), a.ID, audience, c.Hash)
	if !errors.Is(err, models.ErrNotFound) {
		return known, err
	}
	for _, d := range inForce {
		c.Versions = append(c.Versions, models.CompiledVersion{
			CompilationID: c.ID, ResponseID: d.Response.ID, Number: d.Number,
			Withheld: withheld(audience, d.Version),
		})
	}
	if c.Number, err = t.NextEdition(ctx, a.ID, audience); err != nil {
		return c, err
	}
	if err := t.CreateCompilation(ctx, c); err != nil {
		return c, err
	}
	if audience == models.Public {
		if err := t.WithdrawCompilations(ctx, c); err != nil {
			return c, err
		}
	}
	if err := t.shelve(ctx, a); err != nil {
		return c, err
	}
	if err := t.enqueue(ctx, printArgs{Compilation: c.ID}); err != nil {
		return c, err
	}
	if err := t.hearOfEdition(ctx, a, c); err != nil {
		return c, err
	}
	return c, t.record(ctx, string(a.ID), Compile, models.EventData{Number: c.Number, Subject: string(audience), Why: c.Early})
}

// withheld says whether an answer is not for this audience.
func withheld(audience models.Audience, v models.Version) bool {
	return audience == models.Public && !v.Wider
}

// compileResponse moves one response into an edition. One that is being worked
// on again stays with its NCP; its delivered version is in the edition.
func (t *turn) compileResponse(ctx context.Context, id models.ResponseID, c models.Compilation) error {
	r, err := t.LockResponse(ctx, t.by.Scope(), id)
	if err != nil || r.State != models.Submitted {
		return err
	}
	if r.State, err = next(moves, r.State, Compile); err != nil {
		return err
	}
	return t.moveResponse(ctx, &r, Compile, models.EventData{Number: c.Number, Subject: string(c.Audience)})
}

// contents is a hash over all that an edition prints: the words of the AHQ, and
// each version.
func contents(words models.Frozen, audience models.Audience, inForce []models.Delivered) (string, error) {
	type version struct {
		NCP, Name, Hash string
	}
	a := words.AHQ
	of := struct {
		Audience                              models.Audience
		Texts                                 Texts
		Asked, Declined                       []string
		Topic, Background, OnBehalfOf         string
		Questionnaire, ReplyBy, Dissemination string
		Versions                              []version
	}{
		Audience: audience, Texts: words.Texts, Asked: words.Asked(), Declined: words.Declined,
		Topic: a.Topic, Background: a.Background, OnBehalfOf: a.OnBehalfOf,
		Questionnaire: a.Questionnaire.Hash(), ReplyBy: a.ReplyBy, Dissemination: string(a.Dissemination),
	}
	for _, d := range inForce {
		of.Versions = append(of.Versions, version{d.NCP, words.Name(d.NCP), d.Version.Hash})
	}
	return digest(of)
}
