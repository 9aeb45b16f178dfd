using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Errors;

namespace Sendra.WebApi.Compat.Segment;

internal sealed class SegmentErrors : IErrorForm
{
    public PathString Path => SegmentController.Path;

    public Type Body => typeof(SegmentError);

    public object Write(Problem problem, HttpResponse response)
    {
        // Its clients give up on 400 only.
        if (problem.Status == StatusCodes.Status413PayloadTooLarge)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return new SegmentError($"The body must be at most {BodyKey.MaxBodyBytes / 1024} KB.");
        }

        return new SegmentError(problem.Words());
    }
}
