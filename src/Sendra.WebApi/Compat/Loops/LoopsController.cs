using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Events.SendEvent;
using Sendra.Application.Ingestion;
using Sendra.Application.Workspaces.GetWorkspaceName;
using Sendra.Domain.Events;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Json;
using Sendra.WebApi.Mvc;

namespace Sendra.WebApi.Compat.Loops;

/// <summary>For Loops' client: set <c>client.apiRoot</c> to <c>http://host/compat/loops/api/</c>.</summary>
/// <param name="mediator">Carries commands to their handlers.</param>
[ApiController]
[Route(Path + "/api/v1")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Loops")]
public sealed class LoopsController(IMediator mediator) : ControllerBase
{
    /// <summary>What the addresses begin with.</summary>
    public const string Path = "/compat/loops";

    private const int MaxKeyLength = 100;

    private static readonly TimeSpan KeysCountFor = TimeSpan.FromHours(24);

    /// <summary>Says whose the API key is (<c>testApiKey</c>).</summary>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The key is good.</response>
    [HttpGet("api-key")]
    [Needs(Need.SendEvents)]
    public async Task<LoopsTeam> TestKey(CancellationToken cancellationToken) =>
        new(await mediator.Send(new GetWorkspaceNameQuery(), cancellationToken));

    /// <summary>Sends an event (<c>sendEvent</c>).</summary>
    /// <remarks>An <c>Idempotency-Key</c> of at most 100 characters counts for 24 hours.</remarks>
    /// <param name="request">The event.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The event is in the log, for good.</response>
    /// <response code="409">The Idempotency-Key was used in the last 24 hours. Nothing was done.</response>
    [HttpPost("events/send")]
    [Needs(Need.SendEvents)]
    public async Task<ActionResult<LoopsSuccess>> SendEvent(LoopsEventRequest request, CancellationToken cancellationToken)
    {
        var key = IdempotencyHeader.Read(Request, MaxKeyLength) is { } text ? IdempotencyKey.OfClient(EventClient.Loops, text, countsFor: KeysCountFor) : null;
        var sent = await mediator.Send(
            new SendEventCommand(
                request.Email,
                request.EventName,
                request.EventProperties,
                JsonFields.ToObject(request.Others),
                Key: key,
                ExternalId: request.UserId,
                Client: EventClient.Loops),
            cancellationToken);
        if (sent.Duplicate)
        {
            await HttpContext.WriteProblemAsync(StatusCodes.Status409Conflict, "idempotencyKeyReused", "This Idempotency-Key was used in the last 24 hours.");
            return new EmptyResult();
        }

        Response.WarnNotUsed(request.MailingLists is null ? [] : ["mailingLists"]);
        Response.Warn(sent.Outcome.Warnings, "userId", "eventProperties");
        return new LoopsSuccess();
    }
}
