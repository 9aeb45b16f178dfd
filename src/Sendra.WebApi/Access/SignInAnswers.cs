using Mapster;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access;
using Sendra.WebApi.Contracts.Access;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Access;

/// <summary>Answers whoever has shown the first factor: with a session, or with a cookie that only names a sign-in that waits for the second factor (W10).</summary>
public sealed class SignInAnswers(SessionCookie session, PublicUrl publicUrl)
{
    // Opens nothing, and no other site needs it.
    private readonly AccessCookie _half = new(publicUrl, "sendra_sign_in", SameSiteMode.Strict);

    /// <summary>Answers with what came of the first factor.</summary>
    public async Task<ActionResult<SessionResponse>> AnswerAsync(HttpContext http, SignInOutcome outcome, CancellationToken cancellationToken)
    {
        await TakeAsync(http, outcome, cancellationToken);
        return outcome switch
        {
            SignInOutcome.Complete complete => complete.SignedIn.Adapt<SessionResponse>(),
            SignInOutcome.Halfway halfway => new AcceptedResult((string?)null, new SecondFactorNeededResponse(SecondFactorNeededResponse.Required, halfway.Half.EndsAt)),
            _ => throw new InvalidOperationException("There are no others."),
        };
    }

    /// <summary>Hands out the cookie that fits what came of the first factor.</summary>
    /// <returns>True when the person is signed in.</returns>
    public async Task<bool> TakeAsync(HttpContext http, SignInOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is SignInOutcome.Halfway halfway)
        {
            _half.Set(http, halfway.Half.Token.Reveal(), HalfSignIn.Lifetime);
            return false;
        }

        await CompleteAsync(http, ((SignInOutcome.Complete)outcome).SignedIn, cancellationToken);
        return true;
    }

    /// <summary>Answers whoever has shown all that is asked.</summary>
    public async Task<SessionResponse> CompleteAsync(HttpContext http, SignedIn signedIn, CancellationToken cancellationToken)
    {
        await session.StartAsync(http, signedIn, cancellationToken);
        if (Half(http.Request) is not null)
        {
            _half.Delete(http);
        }

        return signedIn.Adapt<SessionResponse>();
    }

    /// <summary>The token of the request's half sign-in, or null.</summary>
    public string? Half(HttpRequest request) => _half.Read(request);
}
