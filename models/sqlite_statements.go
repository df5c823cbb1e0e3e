package models

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
)

// mostStatements is how many statements a connection to SQLite keeps. The
// program has fewer, but for those with a list in them.
const mostStatements = 200

// A statement was prepared.
type statement interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

// A keepingConn has the statements that nobody is using. Like every connection of
// a pool it serves one caller at a time.
type keepingConn struct {
	sqliteConn
	idle map[string]statement
}

// QueryContext asks by a statement that nobody else gets until the rows are closed.
func (c *keepingConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	s, err := c.take(ctx, query)
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(ctx, args)
	if err != nil {
		return nil, dropped(s, err)
	}
	return keepingRows{rows, c, query, s}, nil
}

// ExecContext carries a statement out.
func (c *keepingConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	s, err := c.take(ctx, query)
	if err != nil {
		return nil, err
	}
	done, err := s.ExecContext(ctx, args)
	if err != nil {
		return nil, dropped(s, err)
	}
	return done, c.giveBack(query, s)
}

// Close lets go of the statements before the connection.
func (c *keepingConn) Close() error { return errors.Join(c.forget(), c.sqliteConn.Close()) }

func (c *keepingConn) take(ctx context.Context, query string) (statement, error) {
	if s, kept := c.idle[query]; kept {
		delete(c.idle, query)
		return s, nil
	}
	prepared, err := c.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	s, whole := prepared.(statement)
	if !whole {
		return nil, errors.Join(fmt.Errorf("SQLite gave a %T", prepared), prepared.Close())
	}
	return s, nil
}

// giveBack keeps a statement, in the place of all others when there are too many.
func (c *keepingConn) giveBack(query string, s statement) (err error) {
	if len(c.idle) >= mostStatements {
		err = c.forget()
	}
	if twice := c.idle[query]; twice != nil {
		err = errors.Join(err, twice.Close())
	}
	c.idle[query] = s
	return err
}

func (c *keepingConn) forget() (err error) {
	for _, s := range c.idle {
		err = errors.Join(err, s.Close())
	}
	clear(c.idle)
	return err
}

// keepingRows give their statement back.
type keepingRows struct {
	driver.Rows
	conn  *keepingConn
	query string
	by    statement
}

// Close ends the reading. It fails as the reading did.
func (r keepingRows) Close() error {
	if err := r.Rows.Close(); err != nil {
		return dropped(r.by, err)
	}
	return r.conn.giveBack(r.query, r.by)
}

// dropped is what a statement failed with, which is not kept: callers compare errors
// of the driver.
func dropped(s statement, failed error) error {
	if err := s.Close(); err != nil {
		return errors.Join(failed, err)
	}
	return failed
}
