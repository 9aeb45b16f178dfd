using System.Text.RegularExpressions;
using Sendra.WebApi.FunctionalTests.Mail;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>What tests of emails to people who sign in need again and again.</summary>
internal static partial class AccountMailWords
{
    public static Task<Answer> ForgotAsync(this TestClient client, string email) => client.PostAsync("/api/auth/forgot-password", new { email });

    public static Task<Answer> ResetAsync(this TestClient client, string token, string password) => client.PostAsync("/api/auth/reset-password", new { token, password });

    public static Task<Answer> VerifyAsync(this TestClient client, string token) => client.PostAsync("/api/auth/verify-email", new { token });

    public static Task<Answer> SignInAsync(this TestClient client, string email, string password) => client.PostAsync("/api/auth/login", new { email, password });

    public static async Task<bool> IsVerifiedAsync(this TestClient client) =>
        (await client.GetAsync("/api/auth/me")).ShouldBe(200).Json.GetProperty("user").GetProperty("emailVerified").GetBoolean();

    /// <summary>The token of the link in an email.</summary>
    public static string Token(this ReceivedMail mail) => Link().Match(mail.Message.TextBody!).Groups["token"].Value;

    /// <summary>The page of the link in an email.</summary>
    public static string Page(this ReceivedMail mail) => Link().Match(mail.Message.TextBody!).Groups["page"].Value;

    [GeneratedRegex("^https?://[^/]+/(?<page>[a-z-]+)(#(?<token>[0-9A-Za-z]{32}))?\\s*$", RegexOptions.Multiline)]
    private static partial Regex Link();
}
