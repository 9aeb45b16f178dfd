namespace Sendra.WebApi.Errors;

/// <summary>Which form an error has, by the address that was called.</summary>
internal sealed class ErrorForms(IEnumerable<IErrorForm> forms)
{
    private readonly IErrorForm[] _forms = [.. forms];

    /// <summary>The form of another product; null where errors are problem details.</summary>
    public IErrorForm? Of(PathString path) => Array.Find(_forms, form => path.StartsWithSegments(form.Path));
}
