using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Json;
using Sendra.WebApi.Mvc;

namespace Sendra.WebApi.Compat.Segment;

/// <summary>
/// For Segment's client: set <c>host</c> to <c>http://host</c> and <c>path</c> to <c>/compat/segment/v1/batch</c>. Also for Customer.io's
/// <c>PipelinesClient</c>, with <c>url</c> as <c>http://host/compat/segment/v1</c>.
/// </summary>
/// <param name="mediator">Carries commands to their handlers.</param>
/// <param name="clock">What time it is.</param>
[ApiController]
[Route(Path + "/v1")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Segment")]
public sealed class SegmentController(IMediator mediator, TimeProvider clock) : ControllerBase
{
    /// <summary>What the addresses begin with.</summary>
    public const string Path = "/compat/segment";

    // As many as fit into the largest body, nearly.
    private const int MaxCalls = 5_000;

    /// <summary>Does several calls in order.</summary>
    /// <remarks>
    /// A track becomes an event when it has an address (<c>context.traits.email</c>, <c>properties.email</c> or <c>traits.email</c>), or a
    /// <c>userId</c> that an identify made known. Otherwise it is kept as a skipped delivery of the key's own event source, and can be replayed. An
    /// identify changes the contact. Other types are accepted and named in the header.
    /// </remarks>
    /// <param name="request">The calls.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">All of it is kept.</response>
    [HttpPost("batch")]
    [Needs(Need.SendEvents)]
    [RequestSizeLimit(BodyKey.MaxBodyBytes)]
    [WaitsForRoom]
    public Task<ActionResult<SegmentSuccess>> Batch(SegmentBatch request, CancellationToken cancellationToken)
    {
        if (request.Batch is not { Count: <= MaxCalls } batch || batch.Any(call => call is null))
        {
            throw JsonBody.Wrong("batch", $"must be a list of at most {MaxCalls} objects");
        }

        // One call that is too large refuses them all.
        foreach (var call in batch)
        {
            call!.ToJson();
        }

        return ApplyAsync(batch.Select(call => (call!.Type, call)), cancellationToken);
    }

    /// <summary>Sends an event.</summary>
    /// <param name="request">The event.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is kept.</response>
    [HttpPost("track")]
    [Needs(Need.SendEvents)]
    [RequestSizeLimit(BodyKey.MaxBodyBytes)]
    public Task<ActionResult<SegmentSuccess>> Track(SegmentCall request, CancellationToken cancellationToken) => ApplyAsync([("track", request)], cancellationToken);

    /// <summary>Says something about a person.</summary>
    /// <param name="request">Who, and what.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is kept.</response>
    [HttpPost("identify")]
    [Needs(Need.SendEvents)]
    [RequestSizeLimit(BodyKey.MaxBodyBytes)]
    public Task<ActionResult<SegmentSuccess>> Identify(SegmentCall request, CancellationToken cancellationToken) => ApplyAsync([("identify", request)], cancellationToken);

    /// <summary>Accepted and not used: Sendra has no page views.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It was received.</response>
    [HttpPost("page")]
    [Needs(Need.SendEvents)]
    [RequestSizeLimit(BodyKey.MaxBodyBytes)]
    public Task<ActionResult<SegmentSuccess>> Page(SegmentCall request, CancellationToken cancellationToken) => ApplyAsync([("page", request)], cancellationToken);

    /// <summary>Accepted and not used: Sendra has no screen views.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It was received.</response>
    [HttpPost("screen")]
    [Needs(Need.SendEvents)]
    [RequestSizeLimit(BodyKey.MaxBodyBytes)]
    public Task<ActionResult<SegmentSuccess>> Screen(SegmentCall request, CancellationToken cancellationToken) => ApplyAsync([("screen", request)], cancellationToken);

    /// <summary>Accepted and not used: Sendra has no groups.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It was received.</response>
    [HttpPost("group")]
    [Needs(Need.SendEvents)]
    [RequestSizeLimit(BodyKey.MaxBodyBytes)]
    public Task<ActionResult<SegmentSuccess>> Group(SegmentCall request, CancellationToken cancellationToken) => ApplyAsync([("group", request)], cancellationToken);

    /// <summary>Accepted and not used: a person has one id.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It was received.</response>
    [HttpPost("alias")]
    [Needs(Need.SendEvents)]
    [RequestSizeLimit(BodyKey.MaxBodyBytes)]
    public Task<ActionResult<SegmentSuccess>> Alias(SegmentCall request, CancellationToken cancellationToken) => ApplyAsync([("alias", request)], cancellationToken);

    private async Task<ActionResult<SegmentSuccess>> ApplyAsync(IEnumerable<(string? Type, SegmentCall Call)> calls, CancellationToken cancellationToken)
    {
        if (User.Caller()?.Key is not { } key)
        {
            // A session has no source of its own.
            await HttpContext.WriteProblemAsync(StatusCodes.Status401Unauthorized, detail: "Send an API key as the write key.");
            return new EmptyResult();
        }

        await new SegmentCalls(mediator, key.Id, clock.GetUtcNow(), Response).ApplyAsync(calls, cancellationToken);
        return new SegmentSuccess();
    }
}
