package main

import (
	"context"
	"fmt"
	"net/url"
	"strconv"

	"github.com/wneessen/go-mail"

	"ahq/models"
)

// mailer sends messages through the server an SMTP URL names; none named, there
// is no mailer and messages stay in the outbox.
func mailer(server, from string) (func(context.Context, models.Message) error, error) {
	if server == "" {
		return nil, nil
	}
	client, err := smtpClient(server)
	if err != nil {
		return nil, fmt.Errorf("--smtp: %w", err)
	}
	return func(ctx context.Context, m models.Message) error {
		message, err := mailOf(m, from)
		if err != nil {
			return err
		}
		return client.DialAndSendWithContext(ctx, message)
	}, nil
}

// smtpClient is for smtp://user:password@host:port; TLS is used when offered,
// and demanded when there is a password to protect.
func smtpClient(server string) (*mail.Client, error) {
	u, err := url.Parse(server)
	if err != nil {
		return nil, err
	}
	if u.Scheme != "smtp" || u.Hostname() == "" {
		return nil, fmt.Errorf("%q is not like smtp://user:password@host:port", server)
	}
	options := []mail.Option{mail.WithTLSPolicy(mail.TLSOpportunistic)}
	if port, err := strconv.Atoi(u.Port()); err == nil {
		options = append(options, mail.WithPort(port))
	}
	if password, ok := u.User.Password(); ok {
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory), mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover),
			mail.WithUsername(u.User.Username()), mail.WithPassword(password))
	}
	return mail.NewClient(u.Hostname(), options...)
}

func mailOf(m models.Message, from string) (*mail.Msg, error) {
	message := mail.NewMsg()
	if err := message.From(from); err != nil {
		return nil, err
	}
	if err := message.To(m.Address); err != nil {
		return nil, err
	}
	message.SetMessageIDWithValue(string(m.ID) + "@ahq") // the same message again is known as the same
	message.Subject(m.Subject)
	message.SetBodyString(mail.TypeTextPlain, m.Body)
	return message, nil
}
