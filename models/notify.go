package models

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/go-json-experiment/json"
)

// A Notice tells all processes on a database what happened, or where somebody
// is. Nothing depends on its arriving: who misses one looks at what is stored.
type Notice struct {
	Act     string        `json:"act"`             // of an event, or Here, Gone, Printed, FileRead
	Chain   string        `json:"chain,omitempty"` // the AHQ or the response
	Edition CompilationID `json:"edition,omitempty"`
	Upload  UploadID      `json:"upload,omitempty"`
	Record  string        `json:"record,omitempty"`
	Cell    string        `json:"cell,omitempty"`
	Version int           `json:"version,omitzero"` // of the cell
	Called  string        `json:"called,omitempty"` // the record, by those who are in it
	At      time.Time     `json:"at,omitzero"`
	By      PersonID      `json:"by,omitempty"`
	Name    string        `json:"name,omitempty"` // of the person
	Of      []string      `json:"of,omitempty"`   // the NCPs that the person is of
	Page    string        `json:"page,omitempty"` // which of the pages that the person has open
}

// What is told, and is no event.
const (
	Here     = "here"      // somebody is in a page
	Gone     = "gone"      // and no longer
	Printed  = "printed"   // a file of an edition
	FileRead = "file-read" // some of an upload, or all
)

// longestNotice is what PostgreSQL carries, in bytes.
const longestNotice = 7900

// An executor is a connection or a pool of them.
type executor interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// Tell has it told when the transaction is committed, and not at all otherwise.
func (t *Tx) Tell(n Notice) { t.told = append(t.told, n) }

// Tell tells something that changes nothing: where somebody is.
func (s *Store) Tell(ctx context.Context, n Notice) error {
	return s.tell(ctx, s.engine.write, []Notice{n})
}

// Hear calls hear with every notice, in the order of the commits, until ctx
// ends; begin before the first of them, and again whenever some were missed.
// Neither may wait for anything, the database above all.
func (s *Store) Hear(ctx context.Context, begin func(), hear func(Notice)) {
	s.engine.hear(ctx, begin, func(line string) {
		var n Notice
		if json.Unmarshal([]byte(line), &n) == nil { // a newer program may say what we do not know
			hear(n)
		}
	})
}

// afterwards tells what was committed. It is told after the commit and not with
// it: PostgreSQL lets only one transaction that tells anything commit at a time,
// and who saves would wait for the disk of whoever else does.
func (s *Store) afterwards(ctx context.Context, conn *sql.Conn, told []Notice) {
	if len(told) == 0 {
		return
	}
	patience, stop := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer stop()
	_ = s.tell(patience, conn, told) // the change stands, and pages find it when they look again
}

func (s *Store) tell(ctx context.Context, on executor, told []Notice) error {
	lines := make([]string, len(told))
	for i, n := range told {
		line, err := json.Marshal(n)
		if err != nil {
			return err
		}
		if len(line) > longestNotice {
			return fmt.Errorf("a notice of %d bytes is too long to be told", len(line))
		}
		lines[i] = string(line)
	}
	return s.engine.tell(ctx, on, lines)
}
