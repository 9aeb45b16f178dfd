using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.AuditLog;
using Sendra.Application.AuditLog.ExportAuditLog;
using Sendra.Application.AuditLog.ListAuditLog;
using Sendra.Application.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.AuditLog;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Exports;

namespace Sendra.WebApi.Controllers;

/// <summary>The audit log says who did what in the workspace. Nobody can change it.</summary>
[ApiController]
[Route("api/audit-log")]
[Tags("Audit log")]
public sealed class AuditLogController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists what was done in the workspace, newest first.</summary>
    /// <remarks>
    /// An entry is written together with the change that it tells of. It never holds a secret or a payload. Sending events, saving contacts and
    /// reading aren't listed; exports are. At most 20 refused sign-ins of an account are listed in an hour. Entries are kept for
    /// <c>auditDays</c> of the workspace's settings.
    /// </remarks>
    /// <param name="filter">Which entries.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the log.</response>
    [HttpGet]
    [Needs(Need.Owner)]
    public Task<Page<AuditLineResult>> List([FromQuery] AuditFilterText filter, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListAuditLogQuery(filter, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Exports all that matches the filters, newest first, as CSV or NDJSON.</summary>
    /// <remarks>
    /// The export is streamed, so it starts at once and can have any size. In CSV, details are JSON, and cells that a spreadsheet would read as a
    /// formula start with an apostrophe. NDJSON has one item of the log per line. If the connection breaks off, the export is incomplete.
    /// </remarks>
    /// <param name="filter">Which entries.</param>
    /// <param name="format">csv or ndjson. Default: csv.</param>
    /// <response code="200">The entries.</response>
    /// <response code="429">`exportsBusy`: this workspace is running five exports, or this node is running as many as it can. Try again after `Retry-After` seconds.</response>
    [HttpGet("export")]
    [Needs(Need.Owner, Confirmed = true)]
    [EndsWithCaller]
    [ProducesResponseType<string>(StatusCodes.Status200OK, ExportTypes.Csv, ExportTypes.Ndjson)]
    public async Task<IActionResult> Export([FromQuery] AuditFilterText filter, ExportFormat? format, CancellationToken cancellationToken) =>
        new AuditExportResult(await mediator.Send(new ExportAuditLogQuery(filter), cancellationToken), format ?? ExportFormat.Csv);
}
