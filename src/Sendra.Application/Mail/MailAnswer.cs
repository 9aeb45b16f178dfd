namespace Sendra.Application.Mail;

/// <summary>What came of one try to hand a mail over.</summary>
public abstract record MailAnswer
{
    private MailAnswer()
    {
    }

    /// <summary>The mail server took it.</summary>
    /// <param name="Response">What it said.</param>
    public sealed record Sent(string Response) : MailAnswer;

    /// <summary>There is no mail server: it is delivered to nobody.</summary>
    public sealed record Captured : MailAnswer;

    /// <summary>It was not taken, or nobody knows whether it was; the next try may succeed.</summary>
    /// <param name="Problem">Why, as a sentence.</param>
    public sealed record TryAgain(string Problem) : MailAnswer;

    /// <summary>It was not tried: the mail server can't be reached, or has no time. That says nothing about this mail.</summary>
    /// <param name="Problem">Why, as a sentence.</param>
    /// <param name="Until">When to try.</param>
    public sealed record NotTried(string Problem, DateTimeOffset Until) : MailAnswer;

    /// <summary>The mail server refused it for good.</summary>
    /// <param name="Problem">Why, as a sentence.</param>
    /// <param name="IsBounce">True when the address can't receive mail: a hard bounce.</param>
    public sealed record Refused(string Problem, bool IsBounce) : MailAnswer;
}
