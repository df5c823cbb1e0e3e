package main

import (
	"context"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// measured counts and times requests, and serves the figures on an address of
// their own when one is named. stop ends that.
func (w web) measured(ctx context.Context, site http.Handler) (handler http.Handler, stop func(), err error) {
	if w.MetricsAddr == "" {
		return site, func() {}, nil
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	duration := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "ahq_http_request_seconds",
		Help:    "Time until a request is answered, by method and status: to the first byte, for some answers go on as long as a page is open.",
		Buckets: prometheus.ExponentialBuckets(0.001, 2, 14),
	}, []string{"code", "method"})
	registry.MustRegister(duration)
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", w.MetricsAddr)
	if err != nil {
		return nil, nil, err
	}
	server := &http.Server{Handler: promhttp.HandlerFor(registry, promhttp.HandlerOpts{}), ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = server.Serve(listener) }() // ends with stop
	return promhttp.InstrumentHandlerTimeToWriteHeader(duration, site), func() { _ = server.Close() }, nil
}
