package models

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"modernc.org/sqlite"
)

// openKeeping is a pool of connections that prepare a statement once. The driver
// prepares it each time, which takes SQLite as long as to carry it out, and all
// its connections wait for one another while one of them gets memory for it.
func openKeeping(name string) (*sql.DB, error) {
	connector, err := sqlite.NewConnector(name)
	if err != nil {
		return nil, fmt.Errorf("the database %s: %w", name, err)
	}
	return sql.OpenDB(keeping{connector}), nil
}

// keeping opens connections that keep their statements.
type keeping struct{ driver.Connector }

// Connect opens one.
func (k keeping) Connect(ctx context.Context) (driver.Conn, error) {
	opened, err := k.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	conn, whole := opened.(sqliteConn)
	if !whole {
		return nil, errors.Join(fmt.Errorf("SQLite gave a %T", opened), opened.Close())
	}
	return &keepingConn{conn, map[string]statement{}}, nil
}

// A sqliteConn does all that the driver of SQLite can.
type sqliteConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}
