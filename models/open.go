package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/riverdriver"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// Options say where the database is. It has no clock: every instant it keeps
// was given to it.
type Options struct {
	URL      string        // of a PostgreSQL database: "postgres://..."; "" for SQLite
	Dir      string        // of the SQLite database, made if need be; "" is "data"
	Patience time.Duration // of a transaction that cannot begin; 0 is half a minute
}

// An engine is a database. What differs between SQLite and PostgreSQL is in its
// fields, and in no other place but the SQL under migrations.
type engine struct {
	postgres    bool
	read, write *sql.DB // one pool on PostgreSQL; on SQLite, readers do not wait for the writer
	dialector   gorm.Dialector
	dialect     goose.Dialect
	jobs        riverdriver.Driver[*sql.Tx]
	words       wordIndex
	exclusively func(context.Context, func() error) error       // of all programs on this database
	tell        func(context.Context, executor, []string) error // to all programs on this database
	hear        func(context.Context, func(), func(string))     // what any of them tells
	patience    time.Duration
	close       func() error
}

// OpenStore opens the database, which Migrate then brings up to date: SQLite in a
// folder, PostgreSQL when there is a URL.
func OpenStore(ctx context.Context, o Options) (*Store, error) {
	nameColumns()
	open, place := openSQLite, o.Dir
	if o.URL != "" {
		open, place = openPostgres, o.URL
	}
	e, err := open(ctx, place)
	if err != nil {
		return nil, err
	}
	e.patience = o.patience()
	db, err := gorm.Open(e.dialector, ourWay())
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open the database: %w", err), e.close())
	}
	return &Store{reader: reader{db, e.words}, engine: e, ahqs: newKept(), spreads: newKeptSpreads()}, nil
}

// ourWay leaves transactions to us and statements to the driver, which
// prepares them better.
func ourWay() *gorm.Config {
	return &gorm.Config{
		SkipDefaultTransaction: true,
		TranslateError:         true,
		Logger:                 logger.Discard,
	}
}

func (o Options) patience() time.Duration {
	if o.Patience == 0 {
		return 30 * time.Second
	}
	return o.Patience
}

// writer is a connection to write with, or says why there is none.
func (e engine) writer(ctx context.Context) (*sql.Conn, error) {
	waiting, stop := context.WithTimeout(ctx, e.patience)
	defer stop()
	conn, err := e.write.Conn(waiting)
	if err != nil && waiting.Err() != nil && ctx.Err() == nil {
		return nil, fmt.Errorf("no transaction could begin for %v: inside Store.Tx use the Tx it gives, not the Store", e.patience)
	}
	return conn, err
}
