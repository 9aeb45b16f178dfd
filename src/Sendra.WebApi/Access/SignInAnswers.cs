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
        switch (outcome)
        {
            case SignInOutcome.Complete { SignedIn: var signedIn }:
                return await CompleteAsync(http, signedIn, cancellationToken);
            case SignInOutcome.Halfway { Half: var half }:
                _half.Set(http, half.Token.Reveal(), HalfSignIn.Lifetime);
                return new AcceptedResult((string?)null, new SecondFactorNeededResponse(SecondFactorNeededResponse.Required, half.EndsAt));
            default:
                throw new InvalidOperationException("There are no others.");
        }
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
