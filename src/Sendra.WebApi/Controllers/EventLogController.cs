using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Events;
using Sendra.Application.Events.CountEvents;
using Sendra.Application.Events.ExportEventLog;
using Sendra.Application.Events.GetEvent;
using Sendra.Application.Events.QueryEventLog;
using Sendra.Application.Events.TailEventLog;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Events;
using Sendra.WebApi.Exports;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Controllers;

/// <summary>The log holds every received event.</summary>
[ApiController]
[Route("api/events")]
[Tags("Events")]
public sealed class EventLogController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists events in the log, newest first.</summary>
    /// <remarks>
    /// An event must match all filters. Paging with nextCursor neither skips nor repeats events while new ones arrive. An event
    /// that is committed late takes its place by time, so you see it if you haven't passed that place yet.
    /// There is no total count.
    /// </remarks>
    /// <param name="filter">Which events.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the log.</response>
    [HttpGet]
    [Needs(Need.Read)]
    [ShowsBehind]
    public async Task<Page<LoggedEventResponse>> List(
        [FromQuery] LogFilterText filter, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new QueryEventLogQuery(filter, new Paging(limit, cursor)), cancellationToken);
        return page.Select(logged => logged.ToResponse());
    }

    /// <summary>Returns an event, with what each automation decided and why.</summary>
    /// <param name="id">The event.</param>
    /// <response code="200">The event and its decisions.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<EventDetailsResponse> Get(EventId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetEventQuery(id), cancellationToken)).ToResponse();

    /// <summary>Counts received events, enrollments and exits by hour or day.</summary>
    /// <remarks>
    /// The counts always match the log: erased and purged events don't count. They are kept up to date as events arrive, so this
    /// is fast however long the log is. Hours and days are in UTC.
    /// </remarks>
    /// <param name="request">What to count.</param>
    /// <response code="200">The counts.</response>
    [HttpGet("stats")]
    [Needs(Need.Read)]
    public async Task<EventCountsResponse> Count([FromQuery] EventCountsRequest request, CancellationToken cancellationToken)
    {
        var counts = await mediator.Send(new CountEventsQuery(request.EventName, request.Bucket, request.From, request.To), cancellationToken);
        return new(request.Bucket ?? BucketSize.Day, counts.Buckets, counts.Total);
    }

    /// <summary>Exports all events that match the filters, newest first, as CSV or NDJSON.</summary>
    /// <remarks>
    /// The export is streamed, so it starts at once and can have any size. CSV has a header line; cells that a spreadsheet
    /// would read as a formula (= + - @, also full-width, tab, line break) start with an apostrophe. NDJSON has one item of the
    /// log per line. If the connection breaks off, the export is incomplete.
    /// </remarks>
    /// <param name="filter">Which events.</param>
    /// <param name="format">csv or ndjson. Default: csv.</param>
    /// <response code="200">The events.</response>
    /// <response code="429">`exportsBusy`: this workspace is running five exports, or this node is running as many as it can. Try again after `Retry-After` seconds.</response>
    [HttpGet("export")]
    [Needs(Need.Read, Confirmed = true)]
    [EndsWithCaller]
    [ShowsBehind]
    [ProducesResponseType<string>(StatusCodes.Status200OK, ExportTypes.Csv, ExportTypes.Ndjson)]
    public async Task<IActionResult> Export(
        [FromQuery] LogFilterText filter, ExportFormat? format, CancellationToken cancellationToken) =>
        new EventExportResult(
            await mediator.Send(new ExportEventLogQuery(filter), cancellationToken), format ?? ExportFormat.Csv);

    /// <summary>Streams the log live as server-sent events.</summary>
    /// <remarks>
    /// Each event that any node receives arrives within about a second of its response, in commit order:
    /// `event: received`, `id:` the event's id, `data:` the log's item on one line. A comment comes every 15 seconds.
    /// The stream ends within a second after the session or key has ended on this node (within a minute, if another node ended it), or if the client reads too slowly. Reconnect with the last id, as browsers do by
    /// themselves: you first get what you missed, up to 4,000 events of the last 15 minutes. None of them is left out, but some
    /// from the half minute before the last id may come twice. Use their ids to detect them.
    /// </remarks>
    /// <param name="filter">Which events.</param>
    /// <param name="lastEventIdHeader">The id of the last event that you received.</param>
    /// <param name="lastEventId">The same, for clients that can't set headers. The header wins if both are given.</param>
    /// <response code="200">An endless stream of events.</response>
    /// <response code="429">`streamsBusy`: 20 streams of this key or session, 200 of this workspace, or 1,000 of this node are open. Try again after `Retry-After` seconds.</response>
    [HttpGet("stream")]
    [Needs(Need.Read)]
    [EndsWithCaller(Quietly = true)]
    [ProducesResponseType<string>(StatusCodes.Status200OK, EventStreamResult.ContentType)]
    public async Task<IActionResult> Stream(
        [FromQuery] LogFilterText filter,
        [FromHeader(Name = "Last-Event-ID")] EventId? lastEventIdHeader,
        EventId? lastEventId,
        CancellationToken cancellationToken) =>
        new EventStreamResult(await mediator.Send(
            new TailEventLogQuery(filter, lastEventIdHeader ?? lastEventId, User.Caller()?.Id ?? Guid.Empty), cancellationToken));
}
