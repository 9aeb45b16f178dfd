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

namespace Sendra.WebApi.Controllers;

/// <summary>The log of received events.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/events")]
[Tags("Events")]
public sealed class EventLogController(IMediator mediator) : ControllerBase
{
    /// <summary>Reads the log, newest first.</summary>
    /// <remarks>
    /// All given filters must fit. Going on with nextCursor neither skips nor repeats an event while new ones arrive; one
    /// that is committed late stands in its place by time, so it comes if that place is still ahead.
    /// There is no total: a log is long.
    /// </remarks>
    /// <param name="filter">Which events.</param>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the log.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public async Task<Page<LoggedEventResponse>> List(
        [FromQuery] LogFilterText filter, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new QueryEventLogQuery(filter, new Paging(limit, cursor)), cancellationToken);
        return page.Select(logged => logged.ToResponse());
    }

    /// <summary>Reads one event, with what each automation decided and why.</summary>
    /// <param name="id">The event.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The event and its decisions.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<EventDetailsResponse> Get(EventId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetEventQuery(id), cancellationToken)).ToResponse();

    /// <summary>Counts what arrived and what it did, by the hour or by the day.</summary>
    /// <remarks>
    /// Always as many as the log has: erased and purged events no longer count. Kept while events arrive, so it is quick
    /// however long the log is. Hours and days are those of UTC.
    /// </remarks>
    /// <param name="request">What is to be counted.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The counts.</response>
    [HttpGet("stats")]
    [Needs(Need.Read)]
    public async Task<EventCountsResponse> Count([FromQuery] EventCountsRequest request, CancellationToken cancellationToken) => new(
        request.Bucket ?? BucketSize.Day,
        await mediator.Send(new CountEventsQuery(request.EventName, request.Bucket, request.From, request.To), cancellationToken));

    /// <summary>Exports everything the filters let through, newest first, as CSV or NDJSON.</summary>
    /// <remarks>
    /// Streamed: it begins at once and takes as long as it takes, at any size. CSV has a header line; cells that a
    /// spreadsheet would take for a formula (= + - @, also full-width, tab, line break) begin with an apostrophe. NDJSON has the
    /// log's item on each line. A connection that breaks off means that the export is not whole.
    /// </remarks>
    /// <param name="filter">Which events.</param>
    /// <param name="format">csv or ndjson; csv when left out.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The events.</response>
    /// <response code="429">`exportsBusy`: five exports of this workspace, or as many as this node may write, are under way; `Retry-After` says when to ask again.</response>
    [HttpGet("export")]
    [Needs(Need.Read)]
    [ProducesResponseType<string>(StatusCodes.Status200OK, EventExportResult.Csv, EventExportResult.Ndjson)]
    public async Task<IActionResult> Export(
        [FromQuery] LogFilterText filter, ExportFormat? format, CancellationToken cancellationToken) =>
        new EventExportResult(
            await mediator.Send(new ExportEventLogQuery(filter), cancellationToken), format ?? ExportFormat.Csv);

    /// <summary>Follows the log live, by server-sent events.</summary>
    /// <remarks>
    /// Each event that any node receives comes within about a second of its answer, in order of commits:
    /// `event: received`, `id:` the event's id, `data:` the log's item on one line. A comment comes every 15 seconds.
    /// The stream ends when the session does, and when the client reads too slowly; come back with the last id, as
    /// browsers do by themselves: what was missed comes first, up to 1,000 events of the last 15 minutes. None of them is
    /// left out, but some of the half minute before the last id may come twice; their ids tell.
    /// </remarks>
    /// <param name="filter">Which events.</param>
    /// <param name="lastEventIdHeader">The id of the last event that the client has.</param>
    /// <param name="lastEventId">The same, where no header can be set; the header counts when both are there.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The events, without end.</response>
    /// <response code="429">`streamsBusy`: 20 streams of this key or session, 200 of this workspace, or 1,000 of this node are open; `Retry-After` says when to ask again.</response>
    [HttpGet("stream")]
    [Needs(Need.Read)]
    [ProducesResponseType<string>(StatusCodes.Status200OK, EventStreamResult.ContentType)]
    public async Task<IActionResult> Stream(
        [FromQuery] LogFilterText filter,
        [FromHeader(Name = "Last-Event-ID")] EventId? lastEventIdHeader,
        EventId? lastEventId,
        CancellationToken cancellationToken) =>
        new EventStreamResult(await mediator.Send(
            new TailEventLogQuery(filter, lastEventIdHeader ?? lastEventId, User.Caller()?.Id ?? Guid.Empty), cancellationToken));
}
