package api

import (
	"context"

	"ahq/models"
	"ahq/workflow"
)

// An NCP is a participant of the network.
type NCP struct {
	Code    string               `json:"code" doc:"ISO 3166-1 alpha-2; XK for Kosovo, COM for the Commission"`
	Name    string               `json:"name"`
	Aliases []string             `json:"aliases"`
	Role    models.Participation `json:"role" enum:"member,observer,invited,commission"`
	From    string               `json:"from,omitempty" doc:"The first day; absent: since ever"`
	Until   string               `json:"until,omitempty" doc:"The last day; absent: for good"`
}

// NCPs are all there ever were.
type NCPs struct {
	NCPs []NCP `json:"ncps"`
}

func (a *api) ncps(ctx context.Context, _ workflow.Actor, _ *Nothing) (*Plain[NCPs], error) {
	stored, err := a.store.NCPs(ctx)
	all := NCPs{}
	for _, n := range stored {
		all.NCPs = append(all.NCPs, NCP{n.Code, n.Name, n.Aliases, n.Role, n.FromDay, n.UntilDay})
	}
	return plain(all), err
}
