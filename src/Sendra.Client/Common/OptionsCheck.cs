using Microsoft.Extensions.Options;

namespace Sendra.Client.Common;

/// <summary>Finds wrong options when the host starts.</summary>
internal sealed class OptionsCheck : IValidateOptions<SendraOptions>
{
    public ValidateOptionsResult Validate(string? name, SendraOptions options) =>
        options.Problem is { } problem ? ValidateOptionsResult.Fail($"Sendra: {problem}") : ValidateOptionsResult.Success;
}
