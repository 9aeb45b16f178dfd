namespace Sendra.WebApi.Contracts.Access;

/// <summary>The password is right, and the account has a second factor: nobody is signed in yet.</summary>
/// <param name="Code"><c>secondFactorRequired</c>: send a code to <c>POST /api/auth/login/second-factor</c>, with the cookie of this response.</param>
/// <param name="EndsAt">Until when. Then begin anew with the password.</param>
public sealed record SecondFactorNeededResponse(string Code, DateTimeOffset EndsAt)
{
    internal const string Required = "secondFactorRequired";
}
