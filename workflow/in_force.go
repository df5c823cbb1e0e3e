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
	response      models.ResponseID
	number        int
	questionnaire string // its hash
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
	u := w.understanding(in, a)
	if err := u.all(ctx, responses); err != nil {
		return f, nil, err
	}
	var delivered []models.Delivered
	for _, r := range responses {
		if r.InForce == 0 {
			continue
		}
		v, err := u.version(ctx, r, r.InForce)
		if err != nil {
			return f, nil, err
		}
		of[r.NCP], f.reports[r.NCP] = r, v.report
		delivered = append(delivered, models.Delivered{Response: r, Version: v.Version})
	}
	f.take(delivered)
	return f, of, nil
}

// An understanding is how the versions of an AHQ are read.
type understanding struct {
	*Workflow
	in   models.Scope
	ahq  models.AHQ
	asks string // the hash of its questionnaire
}

func (w *Workflow) understanding(in models.Scope, a models.AHQ) understanding {
	return understanding{w, in, a, a.Questionnaire.Hash()}
}

func (u understanding) key(response models.ResponseID, number int) versionKey {
	return versionKey{response, number, u.asks}
}

// all reads at once the versions in force that are not known yet: somebody waits
// for a page.
func (u understanding) all(ctx context.Context, responses []models.Response) error {
	var unknown []models.ResponseID
	for _, r := range responses {
		if r.InForce > 0 && !u.versions.cache().Contains(u.key(r.ID, r.InForce)) {
			unknown = append(unknown, r.ID)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	delivered, err := u.Store.VersionsInForce(ctx, u.in, u.ahq.ID, unknown...)
	if err != nil {
		return err
	}
	form, err := forms.Compile(u.ahq.Questionnaire)
	if err != nil {
		return err
	}
	var all []func()
	for _, d := range delivered {
		all = append(all, func() { u.keep(form, d.NCP, d.Version) })
	}
	atOnce(all)
	return nil
}

// version is one with what forms says of it, on the day it was submitted.
func (u understanding) version(ctx context.Context, r models.Response, number int) (understoodVersion, error) {
	if known, ok := u.versions.cache().Get(u.key(r.ID, number)); ok {
		return known, nil
	}
	v, err := u.Store.Version(ctx, u.in, r.ID, number)
	if err != nil {
		return understoodVersion{}, err
	}
	form, err := forms.Compile(u.ahq.Questionnaire)
	if err != nil {
		return understoodVersion{}, err
	}
	return u.keep(form, r.NCP, v), nil
}

func (u understanding) keep(form *forms.Form, ncp string, v models.Version) understoodVersion {
	known := understoodVersion{v, form.Check(v.Content, forms.Asked{NCP: ncp, On: v.SubmittedAt.In(brussels)})}
	u.versions.cache().Add(u.key(v.ResponseID, v.Number), known)
	return known
}
