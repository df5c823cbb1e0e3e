package models

import (
	"context"
	"slices"
	"time"

	"gorm.io/gorm"
)

// A Compilation is an edition: frozen versions for one audience.
type Compilation struct {
	ID       CompilationID
	AHQID    AHQID `gorm:"column:ahq_id"`
	Number   int
	Audience Audience
	MadeAt   time.Time `gorm:"serializer:utc"`
	MadeBy   PersonID
	Early    string
	Hash     string
	Frozen   *Frozen `gorm:"serializer:json"` // nil: from before editions kept it

	WithdrawnAt *time.Time `gorm:"serializer:utc"` // of a public edition with an answer in it that is withheld now
	Failed      string     // why its files are not handed out; "" when nothing is wrong

	Versions []CompiledVersion `gorm:"-"`
}

// A CompiledVersion is a version in an edition; withheld, its text is not in it.
type CompiledVersion struct {
	CompilationID CompilationID `gorm:"primaryKey"`
	ResponseID    ResponseID    `gorm:"primaryKey"`
	Number        int
	Withheld      bool
}

// Compilations of an AHQ, newest first.
func (r reader) Compilations(ctx context.Context, in Scope, ahq AHQID) ([]Compilation, error) {
	return r.compilations(ctx, gorm.G[Compilation](r.db).Scopes(in.compilations).
		Where("ahq_id = ?", ahq).Order("made_at desc, number desc, audience"))
}

// Compilation is the one with the id.
func (r reader) Compilation(ctx context.Context, in Scope, id CompilationID) (Compilation, error) {
	return onlyOne(r.compilations(ctx, gorm.G[Compilation](r.db).Scopes(in.compilations).Where("id = ?", id)))
}

// NextCompilation is the earliest edition for the same audience that came after
// one and can be read; ErrNotFound when there is none.
func (r reader) NextCompilation(ctx context.Context, in Scope, after Compilation) (Compilation, error) {
	return onlyOne(r.compilations(ctx, gorm.G[Compilation](r.db).Scopes(in.compilations).
		Where("ahq_id = ? and audience = ? and number > ? and withdrawn_at is null", after.AHQID, after.Audience, after.Number).
		Order("number").Limit(1)))
}

// LatestCompilation is the newest edition of an AHQ for an audience.
func (r reader) LatestCompilation(ctx context.Context, in Scope, ahq AHQID, to Audience) (Compilation, error) {
	return onlyOne(r.compilations(ctx, gorm.G[Compilation](r.db).Scopes(in.compilations).
		Where("ahq_id = ? and audience = ?", ahq, to).Order("number desc").Limit(1)))
}

// PublicCompilations are the public editions that can be read, the newest first,
// at most that many.
func (r reader) PublicCompilations(ctx context.Context, in Scope, limit int) ([]Compilation, error) {
	return gorm.G[Compilation](r.db).Scopes(in.compilations).
		Where("audience = ? and withdrawn_at is null and failed = ''", Public).Order("made_at desc, id").Limit(limit).Find(ctx)
}

// CompilationByHash is the edition of an AHQ with just these versions in it that
// can be read, the latest if there are several.
func (r reader) CompilationByHash(ctx context.Context, in Scope, ahq AHQID, to Audience, hash string) (Compilation, error) {
	return onlyOne(r.compilations(ctx, gorm.G[Compilation](r.db).Scopes(in.compilations).
		Where("ahq_id = ? and audience = ? and hash = ? and withdrawn_at is null and failed = ''", ahq, to, hash).Order("number desc").Limit(1)))
}

// DeliveredIn is what is in an edition, by NCP. Of a response it has only the id,
// the AHQ and the NCP: the rest is not the edition's to tell. What is withheld
// is not even read.
func (r reader) DeliveredIn(ctx context.Context, in Scope, id CompilationID) ([]Delivered, error) {
	c, err := r.Compilation(ctx, in, id)
	if err != nil {
		return nil, err
	}
	responses, err := gorm.G[Response](r.db).Select("id, ahq_id, ncp").
		Where("id in (select response_id from compiled_versions where compilation_id = ?)", id).Order("ncp").Find(ctx)
	if err != nil {
		return nil, err
	}
	told, err := r.compiled(ctx, id, false)
	if err != nil {
		return nil, err
	}
	withheld, err := r.compiled(ctx, id, true, "content")
	all := delivered(responses, append(told, withheld...))
	for i := range all {
		all[i].Withheld = slices.ContainsFunc(c.Versions, func(v CompiledVersion) bool {
			return v.ResponseID == all[i].ResponseID && v.Withheld
		})
	}
	return all, err
}

// An Unfiltered is what an NCP delivered to an AHQ, whether or not an edition
// has it.
type Unfiltered struct {
	NCP      string
	Versions []Version // all there are
	Files    []string  // names of what is attached, or was
	Number   int       // of the version in the edition; 0 for none
	Withheld bool      // it stands in the edition without its content
}

// UnfilteredForTheLeakCheck is all that was delivered to the AHQ of an edition,
// by NCP, in no scope at all. It is there for one purpose: to prove that a
// finished file has nothing of what is withheld. Show it to nobody.
func (r reader) UnfilteredForTheLeakCheck(ctx context.Context, id CompilationID) ([]Unfiltered, error) {
	c, err := r.Compilation(ctx, Scope{Unlimited: true}, id)
	if err != nil {
		return nil, err
	}
	responses, err := gorm.G[Response](r.db).Select("id, ncp").Where("ahq_id = ? and delivered > 0", c.AHQID).Order("ncp").Find(ctx)
	if err != nil {
		return nil, err
	}
	versions, err := gorm.G[Version](r.db).Where("response_id in (select id from responses where ahq_id = ?)", c.AHQID).Order("number").Find(ctx)
	if err != nil {
		return nil, err
	}
	files, err := gorm.G[Attachment](r.db).Where("ahq_id = ? and response_id is not null", c.AHQID).Order("at, id").Find(ctx)
	all := make([]Unfiltered, len(responses))
	for i, of := range responses {
		all[i] = unfiltered(of, c, versions, files)
	}
	return all, err
}

func unfiltered(of Response, c Compilation, versions []Version, files []Attachment) Unfiltered {
	u := Unfiltered{NCP: of.NCP}
	for _, v := range versions {
		if v.ResponseID == of.ID {
			u.Versions = append(u.Versions, v)
		}
	}
	for _, f := range files {
		if *f.ResponseID == of.ID {
			u.Files = append(u.Files, f.Name)
		}
	}
	for _, in := range c.Versions {
		if in.ResponseID == of.ID {
			u.Number, u.Withheld = in.Number, in.Withheld
		}
	}
	return u
}

// compiled versions of an edition, the withheld ones or the others.
func (r reader) compiled(ctx context.Context, id CompilationID, withheld bool, without ...string) ([]Version, error) {
	return gorm.G[Version](r.db).Omit(without...).Where(
		"(response_id, number) in (select response_id, number from compiled_versions where compilation_id = ? and withheld = ?)",
		id, withheld).Find(ctx)
}

// compilations with what is in them.
func (r reader) compilations(ctx context.Context, q gorm.ChainInterface[Compilation]) ([]Compilation, error) {
	all, err := q.Find(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]CompilationID, len(all))
	for i, c := range all {
		ids[i] = c.ID
	}
	versions, err := gorm.G[CompiledVersion](r.db).Where("compilation_id in ?", ids).Order("response_id").Find(ctx)
	for i := range all {
		for _, v := range versions {
			if v.CompilationID == all[i].ID {
				all[i].Versions = append(all[i].Versions, v)
			}
		}
	}
	return all, err
}

func onlyOne(all []Compilation, err error) (Compilation, error) {
	if err != nil {
		return Compilation{}, err
	}
	if len(all) == 0 {
		return Compilation{}, ErrNotFound
	}
	return all[0], nil
}

// CreateCompilation adds an edition with what is in it; its number is
// ErrDuplicate when it was used.
func (t *Tx) CreateCompilation(ctx context.Context, c Compilation) error {
	if err := insert(ctx, t, &c); err != nil {
		return err
	}
	for _, v := range c.Versions {
		v.CompilationID = c.ID
		if err := insert(ctx, t, &v); err != nil {
			return err
		}
	}
	return nil
}

// WithdrawCompilations marks the earlier public editions of an AHQ that hold an
// answer which the edition withholds: nobody reads them any more.
func (t *Tx) WithdrawCompilations(ctx context.Context, by Compilation) error {
	const telling = `ahq_id = ? and audience = ? and id <> ? and withdrawn_at is null and exists (
		select 1 from compiled_versions earlier
		join compiled_versions now on now.response_id = earlier.response_id and now.compilation_id = ? and now.withheld
		where earlier.compilation_id = compilations.id and not earlier.withheld)`
	_, err := gorm.G[Compilation](t.db).Where(telling, by.AHQID, Public, by.ID, by.ID).Update(ctx, "withdrawn_at", utc(by.MadeAt))
	return known(err)
}

// FailCompilation says why the files of an edition are not handed out.
func (t *Tx) FailCompilation(ctx context.Context, id CompilationID, why string) error {
	return change[Compilation](ctx, t, map[string]any{"failed": why}, "id = ?", id)
}

// NextEdition is the number of the edition that would be made now. Hold the AHQ
// with LockAHQ, so that nobody else makes it.
func (t *Tx) NextEdition(ctx context.Context, ahq AHQID, to Audience) (int, error) {
	n, err := gorm.G[Compilation](t.db).Where("ahq_id = ? and audience = ?", ahq, to).Count(ctx, "*")
	return int(n) + 1, err
}
