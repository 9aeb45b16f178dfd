using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using Sendra.Application.Access;
using Sendra.Application.Access.EndVisit;
using Sendra.Application.Access.LinkProvider;
using Sendra.Application.Access.SignInByProvider;
using Sendra.Domain.Common;
using Sendra.WebApi.Errors;

namespace Sendra.WebApi.Access.Providers;

/// <summary>Takes people back from a provider. A browser is here, not a program: whatever happens, it is led to a page of the app.</summary>
internal sealed partial class ProviderCallback(IMediator mediator, SessionCookie cookie, SignInAnswers answers, Refusals refusals, ILogger<ProviderCallback> logger)
{
    public const string Email = "email";
    public const string EmailVerified = "email_verified";

    private const string Subject = "sub";
    private const string SignInPage = "/sign-in";
    private const string AccountPage = "/account";
    private const int MaxSubjectLength = 255;

    /// <summary>The provider has let somebody in, and what it says is checked.</summary>
    public async Task ReceiveAsync(TicketReceivedContext context, SignInProvider provider)
    {
        context.HandleResponse();
        var visit = ProviderVisit.From(context.Properties);
        var page = visit.LinkTo is null ? SignInPage : AccountPage;
        try
        {
            // Providers should redeem a code once; whoever has copied URL and cookies must get nothing in any case.
            var isFirst = await mediator.Send(new EndVisitCommand(visit.Id, visit.EndsAt), context.HttpContext.RequestAborted);
            Redirect(context.HttpContext, isFirst && IdentityOf(context.Principal, provider) is { } identity
                ? await EnterAsync(context.HttpContext, visit, identity)
                : WithProblem(page, "providerFailed", provider));
        }
        catch (DomainException refusal)
        {
            Redirect(context.HttpContext, WithProblem(page, refusal.Code, provider));
        }
        catch (Exception exception) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Redirect(context.HttpContext, WithProblem(page, refusals.Of(exception).Status == 503 ? "unavailable" : "providerFailed", provider));
        }
    }

    /// <summary>The person declined, the provider failed, or what came isn't what was asked for.</summary>
    public Task FailAsync(RemoteFailureContext context, SignInProvider provider)
    {
        context.HandleResponse();
        var declined = context.Failure?.Data["error"] is "access_denied" || context.Request.Query["error"] == "access_denied";
        if (!declined)
        {
            LogFailed(logger, provider.Key, context.Failure?.Message);
        }

        Redirect(context.HttpContext, WithProblem(
            ProviderVisit.From(context.Properties).LinkTo is null ? SignInPage : AccountPage, declined ? "providerDeclined" : "providerFailed", provider));
        return Task.CompletedTask;
    }

    private async Task<string> EnterAsync(HttpContext http, ProviderVisit visit, ProviderIdentity identity)
    {
        // Providers are asked before anybody is known.
        if (await http.AuthenticateAsync(CallerAuthentication.SchemeName) is { Principal: { } caller })
        {
            http.User = caller;
        }

        if (visit.LinkTo is { } userId)
        {
            // Whoever signed in as somebody else meanwhile gets nothing linked.
            if (http.User.SessionOrNull() is not { } session || session.UserId != userId)
            {
                return WithProblem(AccountPage, "linkForAnother", null);
            }

            await cookie.StartAsync(http, await mediator.Send(new LinkProviderCommand(session, identity), http.RequestAborted), http.RequestAborted);
            return AccountPage;
        }

        var outcome = await mediator.Send(new SignInByProviderCommand(identity, visit.Invitation), http.RequestAborted);
        return await answers.TakeAsync(http, outcome, http.RequestAborted)
            ? visit.Invitation is not null && outcome is SignInOutcome.Complete { SignedIn.Workspace: not null } ? "/" : visit.Next
            : QueryHelpers.AddQueryString(SignInPage, new Dictionary<string, string?> { ["step"] = "code", ["next"] = visit.Next });
    }

    private static ProviderIdentity? IdentityOf(ClaimsPrincipal? principal, SignInProvider provider) =>
        principal?.FindFirst(Subject) is { Value.Length: > 0 and <= MaxSubjectLength } subject
            ? new ProviderIdentity(
                provider.Key, subject.Issuer, subject.Value, principal.FindFirst(Email)?.Value, bool.TryParse(principal.FindFirst(EmailVerified)?.Value, out var verified) && verified)
            : null;

    private static string WithProblem(string page, string code, SignInProvider? provider) =>
        QueryHelpers.AddQueryString(page, new Dictionary<string, string?> { ["problem"] = code, ["provider"] = provider?.Name });

    private static void Redirect(HttpContext http, string path) => http.Response.Redirect(path);

    [LoggerMessage(LogLevel.Warning, "A sign-in by the provider {Provider} failed: {Problem}")]
    private static partial void LogFailed(ILogger logger, string provider, string? problem);
}
