// What the logging extensions hand to a logger: the message's own names with their values.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Guard409.Stubs
{
    internal static class Logged
    {
        public static void Warn(ILogger logger, Exception error, string message, object[] values)
        {
            var names = Regex.Matches(message, @"\{(\w+)\}").Cast<Match>().Select(match => match.Groups[1].Value);
            List<KeyValuePair<string, object>> fields = names.Zip(values, (name, value) => new KeyValuePair<string, object>(name, value)).ToList();
            logger.Log(LogLevel.Warning, 0, fields, error, (state, thrown) => message);
        }
    }
}
