package main

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"code.dny.dev/ssrf"

	"ahq/workflow"
)

// How long a receiver has, and how much of what it says is read.
const (
	hookPatience  = 15 * time.Second
	hookConnects  = 5 * time.Second
	mostOfAnswer  = 500
	mostOfHeaders = 64 << 10
)

// azure is where machines of one provider find their keys, at an address that
// looks public.
var azure = netip.MustParsePrefix("168.63.129.16/32")

// hookDialer connects to receivers. What it connects to is looked at when the
// name is resolved already, each time anew: no name leads inside, whatever it led
// to before.
func hookDialer(private bool) *net.Dialer {
	d := &net.Dialer{Timeout: hookConnects}
	if !private {
		d.Control = ssrf.New(ssrf.WithAnyPort(), ssrf.WithDeniedV4Prefixes(azure)).Safe
	}
	return d
}

// hookClient asks no proxy, which would look up names for it, and follows nobody
// who wants it sent elsewhere.
func hookClient(dialer *net.Dialer) *http.Client {
	return &http.Client{
		Timeout:       hookPatience,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			DialContext: dialer.DialContext, DisableKeepAlives: true, DisableCompression: true, MaxResponseHeaderBytes: mostOfHeaders,
		},
	}
}

// poster sends to receivers.
func poster(client *http.Client) func(context.Context, workflow.HookPost) (workflow.HookAnswer, error) {
	return func(ctx context.Context, p workflow.HookPost) (a workflow.HookAnswer, err error) {
		request, err := http.NewRequestWithContext(ctx, http.MethodPost, p.URL, strings.NewReader(p.Body))
		if err != nil {
			return a, err
		}
		for name, value := range p.Header {
			request.Header.Set(name, value)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("User-Agent", engine())
		response, err := client.Do(request)
		if err != nil {
			return a, undelivered(err)
		}
		defer response.Body.Close() //nolint:errcheck // what it says is only for people
		begins, _ := io.ReadAll(io.LimitReader(response.Body, mostOfAnswer))
		return workflow.HookAnswer{Status: response.StatusCode, Text: string(begins)}, nil
	}
}

// undelivered says why a receiver was not reached, and nothing of the network that
// ahq itself is in.
func undelivered(err error) error {
	lookup, unknown := errors.AsType[*net.DNSError](err)
	timeout, slow := errors.AsType[net.Error](err)
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return errors.New("the address leads into a private network, where nothing is sent: use a public one")
	case unknown && lookup.IsNotFound:
		return errors.New("there is no such host")
	case slow && timeout.Timeout():
		return errors.New("the receiver did not answer in time")
	case as[*net.OpError](err):
		return errors.New("the receiver cannot be connected to")
	default:
		return err
	}
}

func as[E error](err error) bool {
	_, ok := errors.AsType[E](err)
	return ok
}
