package io.parley.fake;

import io.parley.target.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** A target that is reached by a faulty path only. */
final class BehindPath {
  private BehindPath() {}

  /**
   * The same SBC at the path's address.
   *
   * @param timers how long it is waited for
   */
  static Target of(FaultyPath path, Target sbc, Target.Timers timers) {
    return (Target)
        Proxy.newProxyInstance(
            Target.class.getClassLoader(),
            new Class<?>[] {Target.class},
            (self, method, arguments) -> {
              switch (method.getName()) {
                case "address":
                  return path.address();
                case "addresses":
                  return List.of(path.address());
                case "timers":
                  return timers;
                default:
                  try {
                    return method.invoke(sbc, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
              }
            });
  }
}
