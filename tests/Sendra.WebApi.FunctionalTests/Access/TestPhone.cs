using OtpNet;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>An authenticator app, and the recovery codes that its owner wrote down.</summary>
internal sealed class TestPhone(Totp totp, TestClock clock)
{
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>What it shows now.</summary>
    public string Code() => totp.ComputeTotp(clock.GetUtcNow().UtcDateTime);

    /// <summary>Six digits that are right neither now nor a step before or after.</summary>
    public string WrongCode()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var right = Enumerable.Range(-2, 5).Select(step => totp.ComputeTotp(now.AddSeconds(30 * step))).ToHashSet();
        return Enumerable.Range(0, 1_000_000).Select(number => $"{number:D6}").First(code => !right.Contains(code));
    }
}
