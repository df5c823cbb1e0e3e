package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	netmail "net/mail"
	"net/url"
	"strconv"
	"time"

	"github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"

	"ahq/workflow"
)

// patience is how long a mail server may keep silent.
const patience = 20 * time.Second

// mailer sends messages through the server an SMTP URL names; none named, there
// is no mailer and messages stay in the outbox.
func mailer(server, from string) (func(context.Context, workflow.Mail) error, error) {
	if server == "" {
		return nil, nil
	}
	client, err := smtpClient(server)
	if err != nil {
		return nil, fmt.Errorf("--smtp: %w", err)
	}
	if _, err := netmail.ParseAddress(from); err != nil {
		return nil, fmt.Errorf("--mail-from: %q is not an address: %w", from, err)
	}
	lines := newLines(client)
	return func(ctx context.Context, m workflow.Mail) error {
		message, err := mailOf(m, from)
		if err != nil {
			return fmt.Errorf("%w: %w", workflow.ErrBounced, err) // no server would take it
		}
		return lines.send(ctx, message)
	}, nil
}

// smtpClient is for smtp://user:password@host:port; TLS is used when offered,
// and demanded when there is a password to protect. smtps:// is TLS from the
// first byte.
func smtpClient(server string) (*mail.Client, error) {
	u, err := url.Parse(server)
	if err != nil {
		return nil, errors.New("it is not a URL like smtp://user:password@host:port") // and is not repeated, for its password
	}
	if u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "" {
		return nil, fmt.Errorf("%q is not like smtp://user:password@host:port", u.Redacted())
	}
	options := []mail.Option{mail.WithTLSPolicy(mail.TLSOpportunistic), mail.WithTimeout(patience), mail.WithoutNoop()}
	if u.Scheme == "smtps" {
		options = append(options, mail.WithSSLPort(false))
	}
	if port, err := strconv.Atoi(u.Port()); err == nil {
		options = append(options, mail.WithPort(port))
	}
	if password, ok := u.User.Password(); ok {
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory), mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover),
			mail.WithUsername(u.User.Username()), mail.WithPassword(password))
	}
	return mail.NewClient(u.Hostname(), options...)
}

func mailOf(m workflow.Mail, from string) (*mail.Msg, error) {
	message := mail.NewMsg()
	if err := message.From(from); err != nil {
		return nil, err
	}
	if err := message.To(m.Address); err != nil {
		return nil, err
	}
	var replies []*netmail.Address
	for _, address := range m.ReplyTo {
		replies = append(replies, &netmail.Address{Address: address})
	}
	if len(replies) > 0 {
		message.ReplyToMailAddress(replies...)
	}
	message.SetMessageIDWithValue(string(m.ID) + "@ahq") // the same message again is known as the same
	message.SetDateWithValue(m.CreatedAt)
	message.Subject(m.Subject)
	message.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: who is away does not answer
	if m.Stop != "" {
		message.SetGenHeader(mail.HeaderListUnsubscribe, "<"+m.Stop+">")
		message.SetGenHeader(mail.HeaderListUnsubscribePost, "List-Unsubscribe=One-Click") // RFC 8058
	}
	message.SetBodyString(mail.TypeTextPlain, m.Text)
	message.AddAlternativeString(mail.TypeTextHTML, m.HTML)
	if m.Calendar == nil {
		return message, nil
	}
	err := message.AttachReader(workflow.CalendarName, bytes.NewReader(m.Calendar), mail.WithFileContentType(workflow.CalendarMedia))
	return message, err
}

// idleLines is how many connections stay open between messages; a server hangs
// up on one that says nothing for some time, and a new one is made.
const idleLines = 4

// perLine is how many messages go over one connection: some servers take no more.
const perLine = 100

// lines are connections to a mail server. A message takes one that is idle, else
// a new one.
type lines struct {
	client *mail.Client
	idle   chan *line
}

// A line is one connection, greeted and signed in.
type line struct {
	*smtp.Client
	sent int
}

func newLines(client *mail.Client) *lines { return &lines{client, make(chan *line, idleLines)} }

// send is nil when the server has taken the message. What it refuses for good is
// workflow.ErrBounced.
func (l *lines) send(ctx context.Context, m *mail.Msg) error {
	over, err := l.take(ctx)
	if err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { _ = over.Close() }) // who is told to stop waits for no server
	err = l.client.SendWithSMTPClient(over.Client, m)
	if !stop() || err != nil || over.sent+1 >= perLine {
		_ = l.client.CloseWithSMTPClient(over.Client) // what is to be known is known
	} else {
		l.give(&line{over.Client, over.sent + 1})
	}
	if m.IsDelivered() {
		return nil // whatever went wrong after that
	}
	return judged(err)
}

// take is an idle connection that still answers, or a new one.
func (l *lines) take(ctx context.Context) (*line, error) {
	for {
		select {
		case over := <-l.idle:
			if over.UpdateDeadline(patience) == nil && over.Noop() == nil {
				return over, nil
			}
			_ = over.Close() // it was hung up
		default:
			made, err := l.client.DialToSMTPClientWithContext(ctx)
			return &line{Client: made}, err
		}
	}
}

// give lets the next message use a connection.
func (l *lines) give(over *line) {
	select {
	case l.idle <- over:
	default:
		_ = l.client.CloseWithSMTPClient(over.Client) // there are enough
	}
}

// judged says of what a server answered whether it is meant for good: that it
// does not take this message, or not for this person. Whom it lets in and what
// sender it likes has nothing to do with the message, and may be put right.
func judged(err error) error {
	refused, is := errors.AsType[*mail.SendError](err)
	if !is || refused.ErrorCode() < 500 {
		return err
	}
	switch refused.Reason {
	case mail.ErrSMTPRcptTo, mail.ErrSMTPData, mail.ErrSMTPDataClose:
		return fmt.Errorf("%w: %w", workflow.ErrBounced, err)
	default:
		return err
	}
}
