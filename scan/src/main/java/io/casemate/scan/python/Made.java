package io.casemate.scan.python;

import io.casemate.scan.call.Call;

/**
 * A call that source makes.
 *
 * @param function name of the function it stands in, "" at the top of the module
 * @param when when it is made, as far as the place says
 * @param offset in bytes of the source
 * @param decoded whether something it is given was decoded, unpacked or put together from numbers
 */
record Made(Call call, String function, When when, int offset, boolean decoded) {}
