using OtpNet;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>What tests of second factors need again and again.</summary>
internal static class SecondFactorWords
{
    /// <summary>Turns the second factor on, and lets the time step of its first code pass.</summary>
    public static async Task<TestPhone> TurnOnSecondFactorAsync(this TestClient client, TestClock clock)
    {
        var secret = (await client.PostAsync("/api/auth/second-factor")).ShouldBe(200).Json.GetProperty("secret").GetString()!;
        var phone = new TestPhone(new Totp(Base32Encoding.ToBytes(secret)), clock);
        var codes = (await client.PutAsync("/api/auth/second-factor", new { code = phone.Code() })).ShouldBe(200).Json.GetProperty("codes");
        phone.RecoveryCodes = [.. codes.EnumerateArray().Select(code => code.GetString()!)];
        clock.Advance(TimeSpan.FromSeconds(30));
        return phone;
    }

    /// <summary>Shows the second factor after the password.</summary>
    public static Task<Answer> ShowAsync(this TestClient client, string code) => client.PostAsync("/api/auth/login/second-factor", new { code });

    /// <summary>Shows again who is signed in.</summary>
    public static Task<Answer> ConfirmAsync(this TestClient client, string? code = null) => client.PostAsync("/api/auth/confirm", new { password = TestClient.Password, code });
}
