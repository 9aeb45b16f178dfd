using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Suppressions.AddSuppression;
using Sendra.Application.Suppressions.LiftSuppression;
using Sendra.Application.Suppressions.ListSuppressions;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>Suppressed addresses for Resend's clients: those that get no email at all.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route(ResendController.Path + "/suppressions")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Resend")]
public sealed class ResendSuppressionsController(IMediator mediator) : ControllerBase
{
    /// <summary>Suppresses all email to an address (<c>resend.suppressions.add</c>).</summary>
    /// <param name="request">The address.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="201">It is suppressed.</response>
    /// <response code="422">It is no address.</response>
    [HttpPost]
    [Needs(Need.SendEvents)]
    [ProducesResponseType<ResendSuppressionId>(StatusCodes.Status201Created)]
    public async Task<CreatedResult> Add(ResendSuppressionRequest request, CancellationToken cancellationToken)
    {
        var added = await mediator.Send(new AddSuppressionCommand(request.Email, SuppressionScope.All), cancellationToken);
        Response.WarnNotUsed(request.NotUsed());
        return Created($"{ResendController.Path}/suppressions/{Uri.EscapeDataString(added.Suppression.Email!)}", new ResendSuppressionId(added.Suppression.Email!));
    }

    /// <summary>Lists suppressed addresses, newest first (<c>resend.suppressions.list</c>).</summary>
    /// <param name="origin">Only those with this origin: <c>bounce</c>, <c>complaint</c> or <c>manual</c>.</param>
    /// <param name="limit">How many: 1 to 200. Default: 20.</param>
    /// <param name="after">Not supported beyond the first page.</param>
    /// <param name="before">Not supported.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.SendEvents)]
    public async Task<ResendList<ResendSuppression>> List(SuppressionOrigin? origin, int? limit, string? after, string? before, CancellationToken cancellationToken)
    {
        if (after is not null)
        {
            throw JsonBody.Wrong("after", "can't be used; ask for up to 200 with limit");
        }

        var page = await mediator.Send(new ListSuppressionsQuery(null, SuppressionScope.All, origin, ResendPaging.Of(limit, null, before)), cancellationToken);

        // An erased person's suppression has no address to be shown.
        return new ResendList<ResendSuppression>(
            [.. page.Items.Where(suppression => suppression.Email is not null).Select(ResendSuppression.From)], page.NextCursor is not null);
    }

    /// <summary>Returns what suppresses an address (<c>resend.suppressions.get</c>).</summary>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The suppression.</response>
    /// <response code="404">Nothing suppresses it.</response>
    [HttpGet("{email}")]
    [Needs(Need.SendEvents)]
    public async Task<ResendSuppression> Get(string email, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(email, out _, out _))
        {
            throw new NotFoundException("suppression");
        }

        var page = await mediator.Send(new ListSuppressionsQuery(email, SuppressionScope.All, null, new Paging(1)), cancellationToken);
        return page.Items is [{ Email: not null } found] ? ResendSuppression.From(found) : throw new NotFoundException("suppression");
    }

    /// <summary>Lifts what suppresses an address, but not the person's own unsubscribe (<c>resend.suppressions.remove</c>).</summary>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is lifted.</response>
    /// <response code="404">Nothing suppresses it.</response>
    [HttpDelete("{email}")]
    [Needs(Need.SendEvents)]
    public async Task<ResendRemovedSuppression> Remove(string email, CancellationToken cancellationToken)
    {
        await mediator.Send(new LiftSuppressionCommand(email, KeepUnsubscribed: true), cancellationToken);
        return new ResendRemovedSuppression(email, Deleted: true);
    }
}
