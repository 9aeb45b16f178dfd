using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>Actions that show what all actions have in common; part of the program in tests only.</summary>
[ApiController]
[AllowAnonymous]
[Route("api/test")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class EchoController : ControllerBase
{
    public enum Mode
    {
        EveryTime,
        OncePerContact,
    }

    [HttpPost("echo")]
    public ActionResult<Echo> Post(Echo echo) => Ok(echo);

    [HttpPost("big")]
    [RequestSizeLimit(HttpServer.MaxBatchBodyBytes)]
    public ActionResult<Echo> PostBig(Echo echo) => Ok(echo);

    [HttpGet("{id:guid}")]
    public ActionResult<ContactId> Get(ContactId id) => Ok(id);

    [HttpGet("query")]
    public IActionResult Query([FromQuery] int? limit, [FromQuery] Mode? mode, [FromQuery] string? text) => Ok(new { limit, mode, text });

    [HttpGet("fail")]
    public IActionResult Fail() => throw new InvalidOperationException($"SELECT secret FROM System.Secrets {HttpContext.TraceIdentifier}");

    [HttpGet("fail/{kind}")]
    public IActionResult Fail(string kind) => throw (kind switch
    {
        "notFound" => new NotFoundException("automation"),
        "conflict" => new ConflictException("automationArchived", $"It is archived. {HttpContext.TraceIdentifier}"),
        "keyReused" => new IdempotencyKeyReusedException(),
        "queueFull" => IngestionUnavailableException.QueueFull(),
        "sqlite" => new DbUpdateException("save", new SqliteException("unable to open database file", 14)),
        _ => new NpgsqlException("Failed to connect", new IOException()),
    });

    /// <summary>Fails when its caller has gone.</summary>
    [HttpGet("gone")]
    public async Task<IActionResult> Gone()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var aborted = HttpContext.RequestAborted.Register(gone.SetResult);
        await gone.Task;
        throw IngestionUnavailableException.QueueFull();
    }

    public sealed record Echo(
        string? Email, RawJson? EventProperties, Echo[]? Events, Mode? Mode, DateTimeOffset? At, bool? DryRun, int? Count);
}
