using Sendra.WebApi.Contracts;

namespace Sendra.WebApi.Errors;

/// <summary>How errors look to the clients of another product, whose API is served under a path of its own.</summary>
internal interface IErrorForm
{
    /// <summary>What that API's addresses begin with.</summary>
    PathString Path { get; }

    /// <summary>The shape of <see cref="Write"/>, for the OpenAPI document.</summary>
    Type Body { get; }

    /// <summary>The body of an error answer. Sets another status or headers, where that product has others.</summary>
    object Write(Problem problem, HttpResponse response);
}
