package api

import (
	"context"
	"errors"
	"net/http"

	"ahq/models"
	"ahq/workflow"
)

// OfNCP names a participant.
type OfNCP struct {
	NCP string `path:"ncp" example:"BE"`
}

// NCPText is what an administrator says of a participant.
type NCPText struct {
	Name    string               `json:"name" doc:"In English"`
	Aliases []string             `json:"aliases,omitempty"`
	Role    models.Participation `json:"role" enum:"member,observer,invited,commission"`
	From    string               `json:"from,omitempty" doc:"The first day; absent: since ever"`
	Until   string               `json:"until,omitempty" doc:"The last day; absent: for good"`
}

// A NewNCP takes part from now on.
type NewNCP struct {
	Code string `json:"code" doc:"ISO 3166-1 alpha-2; XK for Kosovo, COM for the Commission"`
	NCPText
}

// An NCP is a participant of the network.
type NCP struct {
	NewNCP
	Version int `json:"version" doc:"Counts writes; it is the ETag"`
}

// NCPs are all there ever were.
type NCPs struct {
	NCPs []NCP `json:"ncps"`
}

func ncpOf(n models.NCP) NCP {
	return NCP{NewNCP{n.Code, NCPText{n.Name, n.Aliases, n.Role, n.FromDay, n.UntilDay}}, n.Version}
}

func (t NCPText) stored(code string, version int) models.NCP {
	return models.NCP{
		Code: code, Name: t.Name, Aliases: t.Aliases, Role: t.Role, FromDay: t.From, UntilDay: t.Until, Version: version,
	}
}

func (a *api) ncps(ctx context.Context, _ workflow.Actor, _ *Nothing) (*Plain[NCPs], error) {
	stored, err := a.store.NCPs(ctx)
	all := NCPs{}
	for _, n := range stored {
		all.NCPs = append(all.NCPs, ncpOf(n))
	}
	return plain(all), err
}

func (a *api) ncp(ctx context.Context, _ workflow.Actor, in *OfNCP) (*Tagged[NCP], error) {
	n, err := a.store.NCP(ctx, in.NCP)
	return &Tagged[NCP]{ETag: versionTag(n.Version), Body: ncpOf(n)}, err
}

func (a *api) addNCP(ctx context.Context, by workflow.Actor, in *struct{ Sent[NewNCP] }) (*Made[NCP], error) {
	err := a.Flow.SaveNCP(ctx, by, in.sent.stored(in.sent.Code, 0))
	if errors.Is(err, models.ErrDuplicate) {
		return nil, &edgeError{http.StatusConflict, "/code", "there is a participant with this code already: change that one"}
	}
	if err != nil {
		return nil, inNCP(err)
	}
	n, err := a.store.NCP(ctx, in.sent.Code)
	return made(ncpOf(n), "ncps", n.Code), err
}

func (a *api) changeNCP(ctx context.Context, by workflow.Actor, in *struct {
	OfNCP
	IfMatch
	Sent[NCPText]
}) (*Tagged[NCP], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	if _, err := a.store.NCP(ctx, in.NCP); err != nil {
		return nil, err
	}
	if version == 0 {
		return nil, errUnmatched // to the act it would be a new one
	}
	if err := a.Flow.SaveNCP(ctx, by, in.sent.stored(in.NCP, version)); err != nil {
		return nil, inNCP(unmatched(err))
	}
	return a.ncp(ctx, by, &in.OfNCP)
}

// inNCP points at the days by what they are called here.
func inNCP(err error) error {
	called := map[string]string{"/from_day": "/from", "/until_day": "/until"}
	if wrong, ok := errors.AsType[*workflow.Invalid](err); ok && called[wrong.Pointer] != "" {
		return &workflow.Invalid{Pointer: called[wrong.Pointer], Text: wrong.Text}
	}
	return err
}
