namespace Sendra.Application.Access;

/// <summary>What comes of a right password.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>The person is signed in.</summary>
    /// <param name="SignedIn">Who, and where.</param>
    public sealed record Complete(SignedIn SignedIn) : SignInOutcome;

    /// <summary>The person has a second factor, and must show it as well.</summary>
    /// <param name="Half">What is known so far. It opens nothing.</param>
    public sealed record Halfway(HalfSignIn Half) : SignInOutcome;
}
