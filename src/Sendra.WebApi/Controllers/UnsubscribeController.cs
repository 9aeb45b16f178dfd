using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Suppressions;
using Sendra.Application.Suppressions.OpenUnsubscribePage;
using Sendra.Application.Suppressions.ResubscribeContact;
using Sendra.Application.Suppressions.UnsubscribeContact;
using Sendra.WebApi.Http;
using Sendra.WebApi.Unsubscribing;

namespace Sendra.WebApi.Controllers;

/// <summary>The pages of unsubscribe links. The link is all that they ask for: no session, no cookie, no script.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class UnsubscribeController(IMediator mediator) : ControllerBase
{
    private const string Path = HiddenLink.PathPrefix + "{token?}";

    private string? Link => HttpContext.Features.Get<HiddenLink>()?.Token;

    /// <summary>Shows the page, and changes nothing: scanners follow every link.</summary>
    [HttpGet(Path)]
    [HttpHead(Path)]
    public async Task<ContentResult> Show() => Page(await mediator.Send(new OpenUnsubscribePageQuery(Link), HttpContext.RequestAborted), isAnswer: false);

    /// <summary>Unsubscribes, by the page's button or by a mailbox provider's one click (RFC 8058), whatever the body is; or takes it back.</summary>
    [HttpPost(Path)]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    public async Task<ContentResult> Choose()
    {
        // Once it has arrived, it counts, whether or not the sender still waits.
        IRequest<UnsubscribePage?> command = Request.Query.ContainsKey(UnsubscribeHtml.Subscribe)
            ? new ResubscribeContactCommand(Link)
            : new UnsubscribeContactCommand(Link);
        return Page(await mediator.Send(command, CancellationToken.None), isAnswer: true);
    }

    private ContentResult Page(UnsubscribePage? page, bool isAnswer)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentSecurityPolicy = UnsubscribeHtml.Policy;
        Response.Headers["X-Robots-Tag"] = "noindex";
        return new ContentResult
        {
            StatusCode = page is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
            ContentType = "text/html; charset=utf-8",
            Content = page is null ? UnsubscribeHtml.NotFound() : UnsubscribeHtml.Of(page, isAnswer),
        };
    }
}
