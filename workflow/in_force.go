package workflow

import (
	"context"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"

	"ahq/forms"
	"ahq/models"
)

// mostUnderstood is how many versions are kept with what was understood of them:
// those of a few AHQs that are looked at now, each at some 200 KB.
const mostUnderstood = 256

// A versionKey names a version, and the questionnaire that it is read by: a
// corrigendum may word an option anew.
type versionKey struct {
	response models.ResponseID
	number   int
	ahq      int
}

// An understoodVersion never changes, and many look at it.
type understoodVersion struct {
	models.Version
	report forms.Report
}

// understoodVersions are kept as they were understood. The zero value is ready.
type understoodVersions struct {
	once sync.Once
	kept *lru.Cache[versionKey, understoodVersion]
}

func (u *understoodVersions) cache() *lru.Cache[versionKey, understoodVersion] {
	u.once.Do(func() { u.kept, _ = lru.New[versionKey, understoodVersion](mostUnderstood) }) // it fails for sizes below 1
	return u.kept
}

// inForce is what an edition for the network would print now, with its answers
// read; and the response of each NCP that is in it.
func (w *Workflow) inForce(ctx context.Context, in models.Scope, a models.AHQ) (f filtered, of map[string]models.Response, err error) {
	words, err := w.frozen(ctx, w.Store, a)
	if err != nil {
		return f, nil, err
	}
	responses, err := w.Store.Responses(ctx, in, a.ID)
	if err != nil {
		return f, nil, err
	}
	f, of = worded(words), map[string]models.Response{}
	f.audience, f.made, f.reports = models.Internal, w.Now(), map[string]forms.Report{}
	if err := w.understandAll(ctx, in, a, responses); err != nil {
		return f, nil, err
	}
	var delivered []models.Delivered
	for _, r := range responses {
		if r.InForce == 0 {
			continue
		}
		v, err := w.understood(ctx, in, a, r, r.InForce)
		if err != nil {
			return f, nil, err
		}
		of[r.NCP], f.reports[r.NCP] = r, v.report
		delivered = append(delivered, models.Delivered{Response: r, Version: v.Version})
	}
	f.take(delivered)
	return f, of, nil
}

// understandAll reads the versions in force at once when several of them are not
// known yet: somebody waits for a page.
func (w *Workflow) understandAll(ctx context.Context, in models.Scope, a models.AHQ, responses []models.Response) error {
	unknown := 0
	for _, r := range responses {
		if r.InForce > 0 && !w.versions.cache().Contains(versionKey{r.ID, r.InForce, a.Version}) {
			unknown++
		}
	}
	if unknown < 2 {
		return nil
	}
	delivered, err := w.Store.VersionsInForce(ctx, in, a.ID)
	if err != nil {
		return err
	}
	form, err := forms.Compile(a.Questionnaire)
	if err != nil {
		return err
	}
	var all []func()
	for _, d := range delivered {
		all = append(all, func() { w.keepUnderstood(a, form, d.NCP, d.Version) })
	}
	atOnce(all)
	return nil
}

// understood is a version with what forms says of it, on the day it was
// submitted.
func (w *Workflow) understood(ctx context.Context, in models.Scope, a models.AHQ, r models.Response, number int) (understoodVersion, error) {
	if known, ok := w.versions.cache().Get(versionKey{r.ID, number, a.Version}); ok {
		return known, nil
	}
	v, err := w.Store.Version(ctx, in, r.ID, number)
	if err != nil {
		return understoodVersion{}, err
	}
	form, err := forms.Compile(a.Questionnaire)
	if err != nil {
		return understoodVersion{}, err
	}
	return w.keepUnderstood(a, form, r.NCP, v), nil
}

func (w *Workflow) keepUnderstood(a models.AHQ, form *forms.Form, ncp string, v models.Version) understoodVersion {
	known := understoodVersion{v, form.Check(v.Content, forms.Asked{NCP: ncp, On: v.SubmittedAt.In(brussels)})}
	w.versions.cache().Add(versionKey{v.ResponseID, v.Number, a.Version}, known)
	return known
}
