using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access;
using Sendra.Application.Access.CreateApiKey;
using Sendra.Application.Access.ListApiKeys;
using Sendra.Application.Access.RevokeApiKey;
using Sendra.Application.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Access;

namespace Sendra.WebApi.Controllers;

/// <summary>API keys let programs call the API. No key can list or create keys.</summary>
[ApiController]
[Route("api/api-keys")]
[Tags("Access")]
public sealed class ApiKeysController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists the workspace's API keys, newest first.</summary>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Session)]
    public Task<Page<ApiKeyResult>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListApiKeysQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Creates an API key. A workspace can have up to 100.</summary>
    /// <remarks>
    /// Send it as <c>Authorization: Bearer sendra_…</c>. Only this response shows the key. After <c>expiresAt</c>, calls with it get 401
    /// <c>apiKeyExpired</c>. From an address outside <c>allowedNetworks</c>, they get 403 <c>addressNotAllowed</c>.
    /// </remarks>
    /// <param name="request">The key's name, what it can do, and until when and from where.</param>
    /// <response code="201">Created. Store the key now.</response>
    /// <response code="409"><c>tooManyApiKeys</c>: the workspace has 100.</response>
    [HttpPost]
    [Needs(Need.Owner, Confirmed = true)]
    [ProducesResponseType<NewApiKeyResponse>(StatusCodes.Status201Created)]
    public async Task<ActionResult<NewApiKeyResponse>> Create(ApiKeyRequest request, CancellationToken cancellationToken)
    {
        var (key, secret) = await mediator.Send(new CreateApiKeyCommand(
            request.Name, request.Scopes, User.Session().UserId, request.ExpiresAt, request.AllowedNetworks), cancellationToken);
        return Created("/api/api-keys", new NewApiKeyResponse(
            key.Id, key.Name, key.Scopes, key.Prefix, secret.Reveal(), key.CreatedAt, key.ExpiresAt, key.AllowedNetworks));
    }

    /// <summary>Revokes an API key. This node refuses it at once, other nodes within a minute.</summary>
    /// <param name="id">The key.</param>
    /// <response code="204">Revoked.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same time. Try again.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Owner)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Revoke(ApiKeyId id, CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeApiKeyCommand(id), cancellationToken);
        return NoContent();
    }
}
