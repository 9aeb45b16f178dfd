using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Suppressions;
using Sendra.Application.Suppressions.AddSuppression;
using Sendra.Application.Suppressions.ImportSuppressions;
using Sendra.Application.Suppressions.LiftSuppression;
using Sendra.Application.Suppressions.ListSuppressions;
using Sendra.Domain.Messages;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Suppressions;

namespace Sendra.WebApi.Controllers;

/// <summary>
/// Addresses that get no email, or no marketing: people who unsubscribed or complained, addresses that bounced, and what you add. Each message is
/// checked against them right before it is sent.
/// </summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/suppressions")]
[Tags("Messages")]
public sealed class SuppressionsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists suppressed addresses, newest first.</summary>
    /// <param name="email">Only this address, in any spelling that normalizes to it. It also finds the suppression of an erased person.</param>
    /// <param name="scope">Only those that get no <c>marketing</c>, or no email at all (<c>all</c>).</param>
    /// <param name="origin">Only those with this origin.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<SuppressionResult>> List(
        string? email, SuppressionScope? scope, SuppressionOrigin? origin, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListSuppressionsQuery(email, scope, origin, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Suppresses an address. A wider suppression that exists stays.</summary>
    /// <remarks>
    /// Email that is being handed over to the mail server at this moment may still arrive; everything later is skipped. The address doesn't have
    /// to be a contact's.
    /// </remarks>
    /// <param name="request">The address.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="201">Suppressed.</response>
    /// <response code="200">It was suppressed as widely before; here is what suppresses it.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else lifted it at the same time. Try again.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [ProducesResponseType<SuppressionResult>(StatusCodes.Status201Created)]
    [ProducesResponseType<SuppressionResult>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<SuppressionResult>> Add(SuppressionRequest request, CancellationToken cancellationToken)
    {
        var added = await mediator.Send(new AddSuppressionCommand(request.Email, request.Scope), cancellationToken);
        return added.IsNew ? Created($"/api/suppressions?email={Uri.EscapeDataString(added.Suppression.Email!)}", added.Suppression) : added.Suppression;
    }

    /// <summary>Suppresses a list of addresses, up to 10,000 in one call.</summary>
    /// <remarks>
    /// Entries that are wrong are listed with their line and don't stop the others. If a call breaks off, repeat it: what is suppressed already
    /// doesn't change.
    /// </remarks>
    /// <param name="request">The addresses, as a list or as the text of a CSV file.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">What became of the entries.</response>
    [HttpPost("import")]
    [Needs(Need.Manage)]
    public Task<ImportResult> Import(SuppressionImportRequest request, CancellationToken cancellationToken) =>
        mediator.Send(new ImportSuppressionsCommand(SuppressionLines.Of(request), request.Scope), cancellationToken);

    /// <summary>Lifts what suppresses an address, so that email reaches it again.</summary>
    /// <remarks>Lift an unsubscribe only if the person asked for it, in many countries by law.</remarks>
    /// <param name="email">The address, in any spelling that normalizes to it; that of an erased person, too.</param>
    /// <param name="keepUnsubscribed">
    /// True to keep the person's own unsubscribe and lift only what else suppresses the address, such as a bounce. Default: false, everything.
    /// </param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="204">Lifted.</response>
    [HttpDelete("{email}")]
    [Needs(Need.Manage)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Lift(string email, bool? keepUnsubscribed, CancellationToken cancellationToken)
    {
        await mediator.Send(new LiftSuppressionCommand(email, keepUnsubscribed == true), cancellationToken);
        return NoContent();
    }
}
