package models

import (
	"context"

	"gorm.io/gorm"
)

// An NCP is a participant of the network: a National Contact Point, or the Commission.
type NCP struct {
	Code     string `gorm:"primaryKey"` // ISO 3166-1 alpha-2; XK Kosovo; COM the Commission
	Name     string
	Aliases  []string `gorm:"serializer:json"`
	Role     Participation
	FromDay  string // "2013-07-01"; "" since ever
	UntilDay string // the last day; "" for good
	Version  int
}

// NCPs are all there ever were, by name.
func (r reader) NCPs(ctx context.Context) ([]NCP, error) {
	return gorm.G[NCP](r.db).Order("name").Find(ctx)
}

// NCP is the one with the code.
func (r reader) NCP(ctx context.Context, code string) (NCP, error) {
	return found(gorm.G[NCP](r.db).Where("code = ?", code).Take(ctx))
}

// A roll is what the NCPs are called, by code, and how often any was written:
// none is ever removed, so each write makes it another.
type roll struct {
	writes int
	names  map[string]string
}

// Names of NCPs, by code. Nearly every page says one, and they seldom change, so
// the store keeps them; nobody changes the map.
func (s *Store) Names(ctx context.Context) (map[string]string, error) {
	var writes int
	if err := s.db.WithContext(ctx).Raw("select " + writesOfNCPs).Scan(&writes).Error; err != nil {
		return nil, known(err)
	}
	return s.namesAt(ctx, writes)
}

const writesOfNCPs = "(select coalesce(sum(version), 0) from ncps)"

// namesAt are the names after so many writes: as they were read before, or anew.
func (s *Store) namesAt(ctx context.Context, writes int) (map[string]string, error) {
	if r := s.roll.Load(); r != nil && r.writes == writes {
		return r.names, nil
	}
	all, err := s.NCPs(ctx)
	now := roll{names: make(map[string]string, len(all))}
	for _, ncp := range all {
		now.names[ncp.Code], now.writes = ncp.Name, now.writes+ncp.Version
	}
	if err == nil {
		s.roll.Store(&now)
	}
	return now.names, err
}

// Participants are the NCPs that take part on a day ("2016-12-16"), by name.
func (r reader) Participants(ctx context.Context, day string) ([]NCP, error) {
	return gorm.G[NCP](r.db).
		Where("from_day <= ? and (until_day = '' or until_day >= ?)", day, day).
		Order("name").Find(ctx)
}

// CreateNCP adds a participant.
func (t *Tx) CreateNCP(ctx context.Context, n *NCP) error {
	return first(ctx, t, n, &n.Version)
}

// SaveNCP changes a participant.
func (t *Tx) SaveNCP(ctx context.Context, n *NCP) error {
	return save(ctx, t, n, &n.Version, "code = ?", n.Code)
}
