namespace Sendra.Application.Access;

/// <summary>The operator's setting <c>SignUp</c>.</summary>
/// <param name="For">Who can sign up.</param>
public sealed record SignUpPolicy(SignUp For);
