namespace Sendra.Domain.EventSources;

/// <summary>What a mapping looks for at a path, and how it says that it did not find it (S5).</summary>
/// <param name="Name">Its name: an email.</param>
/// <param name="FullName">What stands there when all is well: an email address.</param>
/// <param name="MissingCode">The code when nothing stands there.</param>
/// <param name="WrongTypeCode">The code when something stands there that could never be one.</param>
/// <param name="InvalidCode">The code when what stands there is none.</param>
internal sealed record WantedValue(string Name, string FullName, string MissingCode, string WrongTypeCode, string InvalidCode)
{
    internal static readonly WantedValue Email = new("email", "an email address", SkipCode.EmailMissing, SkipCode.EmailNotAString, SkipCode.EmailInvalid);

    internal static readonly WantedValue ExternalId =
        new("external id", "an external id", SkipCode.ExternalIdMissing, SkipCode.ExternalIdNotAString, SkipCode.ExternalIdInvalid);

    internal static readonly WantedValue EventName =
        new("event name", "an event name", SkipCode.EventNameMissing, SkipCode.EventNameNotAString, SkipCode.EventNameInvalid);

    /// <param name="path">Where it was looked for.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="text">The same as text, when it has a type that could be one.</param>
    /// <param name="problem">What is wrong with the text, as the end of a sentence.</param>
    internal SkipReason Missed(PayloadPath path, PathValue value, string? text, string? problem)
    {
        var code = !value.IsFound ? MissingCode : text is null ? WrongTypeCode : InvalidCode;
        var what = value switch
        {
            { IsOfSeveral: true } or { IsFound: false } => $"There is no {Name} {value.Where(path.Text)}",
            _ when text is null => $"At `{path.Text}` stands {value.Description} instead of {FullName}",
            _ => $"At `{path.Text}` stands {value.Description}, but {FullName} {problem}",
        };
        return new SkipReason(code, $"{what}. {PayloadMapping.WhatNext}");
    }
}
