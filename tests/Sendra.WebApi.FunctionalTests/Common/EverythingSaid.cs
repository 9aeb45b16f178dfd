using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>Every line that a node logs at any level, every trace and every metric, to look for secrets in.</summary>
internal sealed class EverythingSaid : IDisposable
{
    private static readonly Dictionary<string, string> LogEverything = new()
    {
        ["Logging:Console:LogLevel:Default"] = "None",
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
    };

    private readonly ActivityListener _activities;
    private readonly MeterListener _metrics;
    private readonly LineLog _log;

    public EverythingSaid()
    {
        _activities = Listen(Lines);
        _metrics = Measure(Lines);
        _log = new LineLog(Lines);
    }

    /// <summary>What was said so far.</summary>
    public ConcurrentBag<string> Lines { get; } = [];

    /// <summary>A node that is listened to; the test disposes it.</summary>
    /// <param name="app">Sendra.</param>
    /// <param name="settings">Settings of its own.</param>
    public async Task<TestNode> StartNodeAsync(TestApp app, Dictionary<string, string>? settings = null)
    {
        var node = await app.StartNodeAsync(new(LogEverything.Concat(settings ?? []).GroupBy(pair => pair.Key).Select(pairs => pairs.Last())));
        node.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        return node;
    }

    public void Dispose()
    {
        _activities.Dispose();
        _metrics.Dispose();
        _log.Dispose();
    }

    private static ActivityListener Listen(ConcurrentBag<string> lines)
    {
        var listener = new ActivityListener
        {
            // The test's own client, which is in this process too, knows the URL of course.
            ShouldListenTo = source => !source.Name.Contains("System.Net", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => lines.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure(ConcurrentBag<string> lines)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => lines.Add($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => lines.Add($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        listener.Start();
        return listener;
    }

    private sealed class LineLog(ConcurrentBag<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Add($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
